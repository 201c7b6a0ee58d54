import type { ConsentDecision } from '../consent/decide-consent.ts'
import { writeHandoffNote } from '../handoff/write-handoff-note.ts'
import type { IntentValues } from '../ports.ts'
import type { Decision, DecisionInput } from './decision.ts'
import { nextActionFor } from './next-action.ts'

/** No score, and nothing that could be read as one. */
const NOTHING = {
  score: null,
  fit: null,
  engagement: null,
  grade: null,
  tier: null,
  audience: null,
  topReason: null,
  respondBy: null,
  scoredAt: null,
  model: null,
} as const satisfies Partial<IntentValues>

/** What stands on a record that may not be scored: no score, whatever stood there before. */
export function decideUnscored(
  consent: ConsentDecision,
  { record: { facts, activities }, policy, now }: DecisionInput,
): Decision {
  const { hold, channels, changesAt } = consent
  const nextAction = nextActionFor('none', hold, channels)
  const handoffNote = writeHandoffNote({
    scored: undefined,
    consent,
    nextAction,
    facts,
    activities,
    now,
    language: policy.noteLanguage,
  })
  const values = { ...NOTHING, hold, handoffNote, nextAction, channels }
  return { values, nextChangeAt: changesAt }
}
