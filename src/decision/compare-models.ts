import { isDeepStrictEqual } from 'node:util'
import { decideConsent } from '../consent/decide-consent.ts'
import type { Audience, Facts, Tier } from '../ports.ts'
import type { ExplainableModel } from '../scoring/compile-model.ts'
import { type TouchedCodes, touchedCodes, untouchedBy } from '../scoring/diff/untouched-by.ts'
import type { Reason, Score } from '../scoring/score.ts'
import { decidable } from './decidable.ts'
import { modelFor, tierUnder } from './decide-scored.ts'
import type { DeciderDeps, DecisionInput } from './decision.ts'
import { nextActionFor } from './next-action.ts'

/** Models that can be compared by what they were made from. */
export interface ComparableModels extends DeciderDeps {
  readonly models: ReadonlyMap<Audience, ExplainableModel>
}

/** A person of whom two sets of models say the same. */
interface SameUnderBoth {
  /** The model's name as it stands on the record; null where the person may not be scored. */
  readonly model: string | null
  /** `undefined`: as it was, or never. */
  readonly nextChangeAt: number | undefined
}

/** A model, by its name on records, and the codes that those whom its change can move have. */
interface NarrowedModel {
  readonly model: string
  readonly codes: TouchedCodes
}

/**
 * Of whom two sets of models say the same, down to each reason and its words. Everything else a decision
 * is made of is the same for both, so neither note nor values have to be written to know. `undefined`:
 * they differ, or may.
 */
export interface ModelComparison {
  /** Names of models that are the same in both sets, and of no other model in either. */
  readonly unchanged: readonly string[]
  /** Of models of which few people can get something else: by which codes those are known. */
  readonly narrowed: readonly NarrowedModel[]
  /** From the facts alone, own ones over those of the organisation. */
  untouched(facts: Facts): SameUnderBoth | undefined
  alike(input: Omit<DecisionInput, 'previous'>): SameUnderBoth | undefined
}

export function compareModels(before: ComparableModels, after: ComparableModels): ModelComparison {
  const pairs = new Map<Audience, ModelPair>()
  const pairFor = (facts: Facts): ModelPair | undefined => {
    const audience = after.audienceOf(facts)
    if (before.audienceOf !== after.audienceOf && before.audienceOf(facts) !== audience) {
      return undefined
    }
    const known = pairs.get(audience)
    if (known !== undefined) return known
    const was = modelFor(before.models, audience)
    const is = modelFor(after.models, audience)
    const isUntouched = untouchedBy(was.source, is.source)
    const pair = { was, is, isUntouched, name: nameOf(was), saysTheSame: tiersAlike(was, is) }
    pairs.set(audience, pair)
    return pair
  }
  return {
    ...(before.audienceOf === after.audienceOf
      ? standingIn(before, after)
      : { unchanged: [], narrowed: [] }),
    untouched: (facts) => {
      const pair = pairFor(facts)
      if (pair?.isUntouched?.(facts) !== true) return undefined
      return { model: pair.name, nextChangeAt: undefined }
    },
    alike: (known) => {
      const { record, companyFacts, policy, now } = decidable(known)
      const consent = decideConsent(record.facts, { at: now, policy })
      if (!consent.mayScore) return { model: null, nextChangeAt: consent.changesAt }
      const facts: Facts = { ...companyFacts, ...record.facts }
      const pair = pairFor(facts)
      if (pair === undefined) return undefined
      const subject = { facts, activities: record.activities }
      const score = pair.is.evaluate(subject, now)
      if (!isAlike(pair.was.evaluate(subject, now), score)) return undefined
      const tier = tierUnder(consent, score.tier)
      if (!pair.saysTheSame.has(tier)) return undefined
      const action = pair.is.tiers[tier].nextAction
      const step = nextActionFor({ action, model: pair.is, consent, record, now })
      const nextChangeAt = earlier(earlier(score.nextChangeAt, consent.changesAt), step.changesAt)
      return { model: pair.name, nextChangeAt }
    },
  }
}

function standingIn(
  before: ComparableModels,
  after: ComparableModels,
): Pick<ModelComparison, 'unchanged' | 'narrowed'> {
  const unchanged: string[] = []
  const narrowed: NarrowedModel[] = []
  const others: string[] = []
  for (const audience of new Set([...before.models.keys(), ...after.models.keys()])) {
    const was = modelFor(before.models, audience)
    const is = modelFor(after.models, audience)
    const spanish = isDeepStrictEqual(was.spanish, is.spanish)
    const codes = spanish ? touchedCodes(was.source, is.source) : undefined
    if (spanish && isDeepStrictEqual(was.source, is.source)) unchanged.push(nameOf(is))
    else if (codes !== undefined) {
      narrowed.push({ model: nameOf(was), codes })
      if (nameOf(is) !== nameOf(was)) others.push(nameOf(is))
    } else others.push(nameOf(was), nameOf(is))
  }
  const names = [...unchanged, ...narrowed.map(({ model }) => model)]
  const isAlone = (name: string): boolean =>
    !others.includes(name) && names.filter((one) => one === name).length === 1
  return {
    unchanged: unchanged.filter((name) => !others.includes(name)),
    narrowed: narrowed.filter(({ model }) => isAlone(model)),
  }
}

/** As it stands on the records it decided. */
function nameOf({ id, version }: ExplainableModel): string {
  return `${id}@${version}`
}

interface ModelPair {
  readonly was: ExplainableModel
  readonly is: ExplainableModel
  readonly name: string
  readonly isUntouched: ((facts: Facts) => boolean) | undefined
  /** Tiers in which both give the same advice in the same words. */
  readonly saysTheSame: ReadonlySet<Tier>
}

function isAlike(was: Score, is: Score): boolean {
  return (
    was.score === is.score &&
    was.fit === is.fit &&
    was.engagement === is.engagement &&
    was.grade === is.grade &&
    was.tier === is.tier &&
    was.reasons.length === is.reasons.length &&
    was.reasons.every((reason, place) => isSameReason(reason, is.reasons[place]))
  )
}

function isSameReason(one: Reason, other: Reason | undefined): boolean {
  return (
    one.rule === other?.rule &&
    one.points === other.points &&
    one.text === other.text &&
    one.kind === other.kind &&
    one.group === other.group &&
    one.at === other.at
  )
}

/** Texts in the other language are taken together: few change those, and then all are decided anew. */
function tiersAlike(was: ExplainableModel, is: ExplainableModel): ReadonlySet<Tier> {
  // How long a call answers anything goes by whom a model is for.
  if (was.audience !== is.audience) return new Set()
  if (!isDeepStrictEqual(was.spanish, is.spanish)) return new Set()
  const tiers = ['sales-ready', 'nurture', 'unqualified'] as const
  return new Set(tiers.filter((tier) => isDeepStrictEqual(was.tiers[tier], is.tiers[tier])))
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Math.min(one, other)
}
