import type { Maturity } from './censoring.ts'
import type { Finding } from './figures.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { type Choice, choiceTable } from './threshold-choices.ts'
import { adviceOn } from './threshold-findings.ts'

export interface ThresholdOptions {
  readonly maturity: Maturity
  readonly now: number
  /** Which share should close of the records just at the cut-off, 0–1; those above it close more often. */
  readonly closing?: { readonly atLeast: number; readonly atMost: number }
  /** New conversations the team can start in a week. */
  readonly conversationsAWeek?: number
  /** Which share of all wins nurture and sales-ready together should hold, 0–1. */
  readonly keptWins?: number
}

export interface ThresholdProposal {
  /** From the highest cut-off to the lowest. None when the records cannot tell. */
  readonly choices: readonly Choice[]
  /** The lowest score that is sales-ready, by close rate and by capacity. */
  readonly salesReadyByRate: Choice | undefined
  readonly salesReadyByCapacity: Choice | undefined
  /** The lowest score that is nurture. */
  readonly nurture: Choice | undefined
  /** How far the proposal is to be trusted, in words. Never empty. */
  readonly findings: readonly Finding[]
}

/** Sales-ready begins where a fifth to under a third close. */
const CLOSING = { atLeast: 0.2, atMost: 0.3 }
const KEPT_WINS = 0.95

/**
 * Cut-offs for the records of one audience, from the close rate recalibrated on them and from what
 * the team can take. Proposals for a person: nothing is set by them.
 */
export function proposeThresholds(
  records: readonly OutcomeRecord[],
  options: ThresholdOptions,
): ThresholdProposal {
  const closing = options.closing ?? CLOSING
  const table = choiceTable(records, options)
  const choices = table.choices
  const salesReadyByRate = choices.findLast(
    ({ closeRateAt }) => closeRateAt.rate >= closing.atLeast,
  )
  const capacity = options.conversationsAWeek
  const salesReadyByCapacity =
    capacity === undefined
      ? undefined
      : choices.findLast(({ recordsAWeek }) => recordsAWeek <= capacity)
  const nurture = choices.find((choice) => choice.shareOfWins >= (options.keptWins ?? KEPT_WINS))
  return {
    choices,
    salesReadyByRate,
    salesReadyByCapacity,
    nurture: below(nurture, salesReadyByRate ?? salesReadyByCapacity),
    findings: adviceOn(table, { closing, capacity, salesReadyByRate, salesReadyByCapacity }),
  }
}

/** A nurture tier that begins where sales-ready does would be empty. */
function below(nurture: Choice | undefined, salesReady: Choice | undefined): Choice | undefined {
  if (nurture === undefined || salesReady === undefined) return nurture
  return nurture.atLeast < salesReady.atLeast ? nurture : undefined
}
