import { type Maturity, standingOf } from './censoring.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import type { Cells } from './small-cells.ts'

const MINUTE_MS = 60_000
/** A lead called within five minutes is far likelier to be reached; the target of every model. */
const TARGET_MS = 5 * MINUTE_MS

/** One of the questions a tier report asks; all of them are answered once, as one number a record. */
export interface Part {
  readonly answers: number
  readonly read: (answer: number) => number
}

/** Reached in time, reached later, not reached. */
export const CONTACT: Part = { answers: 3, read: (answer) => answer % 3 }
export const BOOKED: Part = { answers: 2, read: (answer) => Math.floor(answer / 3) % 2 }
export const QUALIFIED: Part = { answers: 2, read: (answer) => Math.floor(answer / 6) % 2 }
/** Won, not won, too young to know. */
export const OUTCOME: Part = { answers: 3, read: (answer) => Math.floor(answer / 12) }
const ALL_ANSWERS = 36

const STANDINGS = { won: 0, 'not-won': 1, 'too-young': 2 } as const

/** What a report needs of each record, worked out once however many ways it is divided. */
export interface TierAnswers {
  readonly answers: Uint8Array
  /** Milliseconds from the score to the first contact; who was reached before has waited for nothing. */
  readonly delaysMs: readonly (number | undefined)[]
}

export function tierAnswers(
  records: readonly OutcomeRecord[],
  maturity: Maturity,
  now: number,
): TierAnswers {
  const delaysMs = records.map(({ firstContactAt, scoredAt }) =>
    firstContactAt === undefined ? undefined : Math.max(0, firstContactAt - scoredAt),
  )
  const answers = Uint8Array.from(records, (record, at) => {
    const booked = record.bookedAt === undefined ? 1 : 0
    const qualified = record.tier === 'sales-ready' ? 0 : 1
    const standing = STANDINGS[standingOf(record, maturity, now)]
    return contactOf(delaysMs[at]) + 3 * (booked + 2 * (qualified + 2 * standing))
  })
  return { answers, delaysMs }
}

/** Counts of all answers by the name of each record's group; `groups` gives their order. */
export function countAnswers(
  names: readonly string[],
  { answers }: TierAnswers,
  groups: readonly string[] = [],
): readonly Cells[] {
  const none = () => Array.from({ length: ALL_ANSWERS }, () => 0)
  const counts = new Map(groups.map((group) => [group, none()]))
  names.forEach((name, at) => {
    const own = counts.get(name) ?? none()
    const answer = answers[at] ?? 0
    own[answer] = (own[answer] ?? 0) + 1
    if (!counts.has(name)) counts.set(name, own)
  })
  return [...counts].map(([group, own]) => ({ groups: [group], counts: own }))
}

/** The answers to one question only. */
export function onePart(cells: readonly Cells[], { answers, read }: Part): readonly Cells[] {
  return cells.map(({ groups, counts }) => {
    const sums = Array.from({ length: answers }, () => 0)
    counts.forEach((count, answer) => {
      sums[read(answer)] = (sums[read(answer)] ?? 0) + count
    })
    return { groups, counts: sums }
  })
}

function contactOf(delayMs: number | undefined): number {
  if (delayMs === undefined) return 2
  return delayMs <= TARGET_MS ? 0 : 1
}
