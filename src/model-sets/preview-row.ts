import { type ConsentDecision, decideConsent } from '#src/consent/decide-consent.ts'
import { decidable } from '#src/decision/decidable.ts'
import { modelFor, tierUnder } from '#src/decision/decide-scored.ts'
import type { ModelsInForce } from '#src/models.ts'
import type { Facts, PortalPolicy, RecordRef, SafeRecord } from '#src/ports.ts'
import type { ScoredRecord, ShownResult } from '#src/store/model-repositories.ts'
import { saysTheSame } from './says-the-same.ts'

export interface PreviewContext {
  readonly draft: ModelsInForce['models']
  readonly inForce: ModelsInForce['models']
  readonly audienceOf: ModelsInForce['audienceOf']
  readonly policy: PortalPolicy
  /** Epoch ms. */
  readonly now: number
}

/** One person before and after. */
export interface PreviewRow {
  readonly ref: RecordRef
  /** `undefined`: never scored yet. */
  readonly before: ShownResult | undefined
  readonly after: ShownResult
  /** Something on the CRM record would change, be it only a sentence of the note. */
  readonly writes: boolean
  /** Somebody may get in touch; a tier alone does not say so. */
  readonly reachable: boolean
  /** Of the latest activity; epoch ms. */
  readonly lastActivityAt: number | undefined
}

const UNSCORED = {
  score: null,
  fit: null,
  engagement: null,
  grade: null,
  tier: null,
  audience: null,
} as const satisfies Partial<ShownResult>

/**
 * What the draft makes of one person: as the jobs decide it, but without the note, which costs twenty
 * times the rest. Whether the note would change is told by the lines it is written from.
 */
export function previewRow(
  context: PreviewContext,
  { record: person, shown }: ScoredRecord,
  organisation: Facts | undefined,
): PreviewRow {
  const { record, companyFacts } = decidable({ record: person, companyFacts: organisation })
  const consent = decideConsent(record.facts, { at: context.now, policy: context.policy })
  const { hold, channels, mayScore } = consent
  const row = {
    ref: { object: record.object, id: record.id },
    before: shown,
    reachable: hold === null && channels.length > 0,
    lastActivityAt: lastActivityAt(record),
  }
  if (!mayScore) {
    const after = { ...UNSCORED, hold }
    return { ...row, after, writes: differ(shown, after) }
  }
  const facts = companyFacts === undefined ? record.facts : { ...companyFacts, ...record.facts }
  const { after, sameWords } = scored(context, facts, record, consent)
  return { ...row, after, writes: differ(shown, after) || !sameWords() }
}

function scored(
  { draft, inForce, audienceOf, policy, now }: PreviewContext,
  facts: Facts,
  { activities }: SafeRecord,
  consent: ConsentDecision,
): { readonly after: ShownResult; readonly sameWords: () => boolean } {
  const audience = audienceOf(facts)
  const model = modelFor(draft, audience)
  const subject = { facts, activities }
  const score = model.evaluate(subject, now)
  const { fit, engagement, grade } = score
  const tier = tierUnder(consent, score.tier)
  return {
    after: { score: score.score, fit, engagement, grade, tier, hold: consent.hold, audience },
    sameWords: () => {
      const old = modelFor(inForce, audience)
      if (old === model) return true
      const before = { model: old, reasons: old.evaluate(subject, now).reasons }
      const after = { model, reasons: score.reasons }
      return saysTheSame(before, after, { tier, language: policy.noteLanguage })
    },
  }
}

function differ(before: ShownResult | undefined, after: ShownResult): boolean {
  return (
    before === undefined ||
    before.score !== after.score ||
    before.fit !== after.fit ||
    before.engagement !== after.engagement ||
    before.grade !== after.grade ||
    before.tier !== after.tier ||
    before.hold !== after.hold ||
    before.audience !== after.audience
  )
}

/** Activities come in no particular order. */
function lastActivityAt({ activities }: SafeRecord): number | undefined {
  let latest: number | undefined
  for (const { at } of activities) if (latest === undefined || at > latest) latest = at
  return latest
}
