import type { Tier } from '../ports.ts'
import { createBands } from './bands.ts'
import { compileEngagementRule, compileFitRule } from './compile-rules.ts'
import type { CompiledAxis, CompiledGroup, Limits } from './compiled-axis.ts'
import { DAY_MS } from './decay.ts'
import { type Evaluator, evaluate } from './evaluate.ts'
import type { Model } from './model.ts'
import type { CompiledModel, TierAdvice } from './score.ts'
import { Tracks } from './tracks.ts'

/** Turns rules into closures once; the same model may then score any number of subjects. */
export function compileModel(model: Model): CompiledModel {
  const tracks = new Tracks()
  const evaluator: Evaluator = {
    tracks,
    bands: createBands(model),
    fit: compileFit(model),
    engagement: compileEngagement(model, tracks),
  }
  return {
    id: model.id,
    version: model.version,
    audience: model.audience,
    description: model.description,
    tiers: {
      'sales-ready': adviceOf(model, 'sales-ready'),
      nurture: adviceOf(model, 'nurture'),
      unqualified: adviceOf(model, 'unqualified'),
    },
    evaluate: (subject, nowMs) => evaluate(evaluator, subject, nowMs),
  }
}

function compileFit({ fit, lists }: Model): CompiledAxis {
  const groups = fit.groups.map(
    (group): CompiledGroup => ({
      id: group.id,
      halfLifeMs: Infinity,
      ...limitsOf(group, inWords(group.id)),
      rules: group.rules.map((rule) => compileFitRule(rule, lists)),
    }),
  )
  return { name: 'fit', groups, ...limitsOf({ cap: fit.cap, floor: -Infinity }, 'fit') }
}

function compileEngagement({ engagement }: Model, tracks: Tracks): CompiledAxis {
  const groups = engagement.groups.map((group): CompiledGroup => {
    const halfLifeMs = group.halfLifeDays * DAY_MS
    return {
      id: group.id,
      halfLifeMs,
      ...limitsOf(group, inWords(group.id)),
      rules: group.rules.map((rule) => compileEngagementRule(rule, halfLifeMs, tracks)),
    }
  })
  const limits = limitsOf({ cap: engagement.cap, floor: -Infinity }, 'engagement')
  return { name: 'engagement', groups, ...limits }
}

function limitsOf({ cap, floor }: { cap: number; floor: number }, name: string): Limits {
  return {
    cap,
    floor,
    capText: `At most ${cap} points come from ${name}`,
    floorText: `At most ${Math.abs(floor)} points are taken off for ${name}`,
  }
}

function inWords(id: string): string {
  return id.replaceAll('-', ' ')
}

function adviceOf({ tiers }: Model, tier: Tier): TierAdvice {
  const { label, nextAction, respondWithinMinutes, theme } = tiers[tier]
  return { label, nextAction, respondWithinMinutes, theme }
}
