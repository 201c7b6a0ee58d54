import { readFileSync } from 'node:fs'
import { loadShippedLists, loadShippedModels } from '#src/models.ts'
import type {
  Activity,
  ActivityCategory,
  ActivityKind,
  Audience,
  Facts,
  Grade,
  Tier,
} from '#src/ports.ts'
import type { Model } from '#src/scoring/model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { Score } from '#src/scoring/score.ts'

const NOW = Date.UTC(2026, 2, 1, 15)
const DAY_MS = 86_400_000

/** An activity as a table writes it: kind, category, days ago (an hour ago when left out). */
export type Act = readonly [ActivityKind, ActivityCategory, number?]

/** Somebody and where a model puts them. */
export interface Persona {
  readonly who: string
  readonly facts: Facts
  readonly acts: readonly Act[]
  readonly tier: Tier
  /** Any of these grades. */
  readonly grades: readonly Grade[]
}

const shipped = await loadShippedModels()
const lists = await loadShippedLists()

export const audienceOf = shipped.audienceOf

/** The model file of an audience as people wrote it, lists filled in. */
export function modelOf(audience: Audience): Model {
  return parseModel(textOf(audience), `models/${audience}.yaml`, lists)
}

export function textOf(name: string): string {
  return readFileSync(new URL(`../../../models/${name}.yaml`, import.meta.url), 'utf8')
}

export function scoreOf(audience: Audience, facts: Facts, acts: readonly Act[] = []): Score {
  const activities = acts.map(
    ([kind, category, daysAgo = 1 / 24]): Activity => ({
      kind,
      category,
      at: NOW - daysAgo * DAY_MS,
    }),
  )
  const model = shipped.models.get(audience)
  if (model === undefined) throw new Error(`no model for ${audience}`)
  return model.evaluate({ facts, activities }, NOW)
}

/** Somebody each model could not fit better, by facts alone. */
export const BEST: Readonly<Record<Audience, Facts>> = {
  individual: {
    inquiryType: 'self',
    requestedContact: 'call-today',
    verification: 'verified',
    serviceLine: 'outpatient',
    state: 'ca',
    source: 'referral',
  },
  employer: {
    role: 'benefits-leader',
    industry: 'finance',
    companySize: 5_000,
    selfInsured: true,
    organisationType: 'employer',
    inquiryType: 'employer-benefits',
    requestedContact: 'call',
  },
  'health-plan': {
    role: 'network-manager',
    organisationType: 'health-plan',
    companyState: 'tx',
    inquiryType: 'health-plan',
    requestedContact: 'call',
  },
  'referral-partner': {
    role: 'discharge-planner',
    organisationType: 'hospital',
    state: 'tx',
    inquiryType: 'referral',
    requestedContact: 'call-today',
  },
  'provider-org': {
    role: 'executive-director',
    organisationType: 'community-mental-health-center',
    companySize: 400,
    companyState: 'tx',
    inquiryType: 'provider-services',
    requestedContact: 'call',
  },
}
