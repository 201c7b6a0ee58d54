import { PermanentError } from '#src/errors.ts'
import { FRESH_DAYS, type PreviewCounts } from './preview-report.ts'

const DAYS = { day: 1, week: 7, month: 30.4375 } as const

/** What a team can take on, in people a day. */
export type Capacity = number

/** Reads `18/week`. Throws PermanentError `capacity-malformed`. */
export function parseCapacity(text: string): Capacity {
  const [, count, unit] = /^(\d+(?:\.\d+)?)\/(day|week|month)$/.exec(text.trim()) ?? []
  if (count !== undefined && unit !== undefined && Number(count) > 0) {
    return Number(count) / DAYS[unit === 'day' || unit === 'week' ? unit : 'month']
  }
  throw new PermanentError(
    'capacity-malformed',
    'A capacity is people in a time.',
    'Write it like 4/day, 18/week or 80/month.',
  )
}

export interface ReadyForecast {
  /** Sales-ready people that may be reached, now and with the draft. */
  readonly ready: PreviewCounts['ready']
  /** Of these, whose latest activity was in the last weeks, by day of those. */
  readonly aDay: PreviewCounts['ready']
  readonly capacityADay: number | undefined
  /** Days of work the draft's ready people come to; `undefined` without a capacity. */
  readonly backlogDays: number | undefined
  readonly exceeds: boolean | undefined
}

/** How many ready people come up a day, against what the team can take on. */
export function forecastReady(
  { ready, fresh }: Pick<PreviewCounts, 'ready' | 'fresh'>,
  capacity: Capacity | undefined,
): ReadyForecast {
  const after = fresh.after / FRESH_DAYS
  return {
    ready,
    aDay: { before: oneDecimal(fresh.before / FRESH_DAYS), after: oneDecimal(after) },
    capacityADay: capacity === undefined ? undefined : oneDecimal(capacity),
    backlogDays: capacity === undefined ? undefined : oneDecimal(ready.after / capacity),
    exceeds: capacity === undefined ? undefined : after > capacity,
  }
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}
