import type { ConsentDecision } from '../consent/decide-consent.ts'
import { writeHandoffNote } from '../handoff/write-handoff-note.ts'
import type { Decision, DecisionInput } from './decision.ts'
import { actionUnder } from './next-action.ts'
import { NO_SCORE } from './no-score.ts'

/** What stands on a record that may not be scored: no score, whatever stood there before. */
export function decideUnscored(
  consent: ConsentDecision,
  { record: { facts, activities }, policy, now }: DecisionInput,
): Decision {
  const { hold, channels, changesAt } = consent
  const nextAction = actionUnder(hold)
  const handoffNote = writeHandoffNote({
    scored: undefined,
    consent,
    nextAction,
    facts,
    activities,
    now,
    language: policy.noteLanguage,
  })
  const values = { ...NO_SCORE, hold, handoffNote, nextAction, channels }
  return { values, nextChangeAt: changesAt }
}
