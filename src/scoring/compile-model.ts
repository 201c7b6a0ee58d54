import { PermanentError } from '../errors.ts'
import type { Tier } from '../ports.ts'
import { createBands } from './bands.ts'
import { compileAdjustments } from './compile-adjustments.ts'
import { compileEngagementRule, compileFitRule } from './compile-rules.ts'
import type { CompiledAxis, CompiledGroup, Limits } from './compiled-axis.ts'
import { fadingRateOf } from './decay.ts'
import { draftByRules } from './draft.ts'
import { type Evaluator, evaluate } from './evaluate.ts'
import { FactSlots } from './fact-slots.ts'
import { generateDraft } from './generate/generate-draft.ts'
import type { ExplainedLine } from './lines-in-full.ts'
import { linesInFull } from './lines-in-full.ts'
import type { Model } from './model.ts'
import type { CompiledModel, Subject, TierAdvice } from './score.ts'
import { Tracks } from './tracks.ts'

export interface CompileOptions {
  /** Score, fit and engagement have to differ by more than this for a change to be visible; 0. */
  readonly tolerance?: number
}

/** A compiled model that can also show how its points came about. */
export interface ExplainableModel extends CompiledModel {
  readonly source: Model
  /** The reasons with what faded as lines of their own; they add up as the reasons do. */
  linesInFull(subject: Subject, nowMs: number): readonly ExplainedLine[]
}

/**
 * Turns rules into closures once; the same model may then score any number of subjects. Throws
 * PermanentError `model-invalid` where a list file was not filled in.
 */
export function compileModel(
  model: Model,
  { tolerance = 0 }: CompileOptions = {},
): ExplainableModel {
  refuseUnresolved(model)
  const tracks = new Tracks()
  const slots = new FactSlots()
  const rules = {
    tracks,
    slots,
    fit: compileFit(model, slots),
    engagement: compileEngagement(model, { tracks, slots }),
  }
  const draft = generateDraft(model, rules) ?? draftByRules(rules)
  const evaluator: Evaluator = { ...rules, draft, tolerance, bands: createBands(model) }
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
    spanish: new Map(Object.entries(model.spanish ?? {})),
    source: model,
    evaluate: (subject, nowMs) => evaluate(evaluator, subject, nowMs),
    linesInFull: (subject, nowMs) => linesInFull(evaluator, subject, nowMs),
  }
}

function refuseUnresolved({ id, lists }: Model): void {
  for (const [name, { file, codes, words }] of Object.entries(lists)) {
    if (file === undefined || codes.length + words.length > 0) continue
    const message = `Model ${id}: list "${name}" is in the file "${file}", which was not read.`
    throw new PermanentError('model-invalid', message)
  }
}

function compileFit({ fit, lists }: Model, slots: FactSlots): CompiledAxis {
  const groups = fit.groups.map(
    (group): CompiledGroup => ({
      id: group.id,
      kind: 'rule',
      ...limitsOf(group, inWords(group.id)),
      rules: group.rules.map((rule) => compileFitRule(rule, lists, slots)),
    }),
  )
  return { name: 'fit', groups, ...limitsOf(fit, 'fit') }
}

function compileEngagement(
  { engagement, adjustments }: Model,
  sources: { readonly tracks: Tracks; readonly slots: FactSlots },
): CompiledAxis {
  const groups = engagement.groups.map((group): CompiledGroup => {
    const rate = fadingRateOf(group)
    return {
      id: group.id,
      kind: 'rule',
      ...limitsOf(group, inWords(group.id)),
      rules: group.rules.map((rule) => compileEngagementRule(rule, rate, sources.tracks)),
    }
  })
  return {
    name: 'engagement',
    groups: [...groups, ...compileAdjustments(adjustments, sources)],
    ...limitsOf(engagement, 'engagement'),
  }
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
