import { type Maturity, standingOf } from './censoring.ts'
import type { OutcomeRecord } from './outcome-record.ts'

/**
 * Ids of up to `asked` sales-ready records that are old enough and were not won, evenly spread over
 * time, so that a person can see why.
 */
export function reviewCases(
  records: readonly OutcomeRecord[],
  asked: number,
  { maturity, now }: { readonly maturity: Maturity; readonly now: number },
): readonly string[] {
  const never = records
    .filter(({ tier }) => tier === 'sales-ready')
    .filter((record) => standingOf(record, maturity, now) === 'not-won')
    .sort((a, b) => a.scoredAt - b.scoredAt || (a.id < b.id ? -1 : 1))
  const wanted = Math.min(asked, never.length)
  return Array.from({ length: wanted }, (_, at) => never[Math.floor((at * never.length) / wanted)])
    .filter((record) => record !== undefined)
    .map(({ id }) => id)
}
