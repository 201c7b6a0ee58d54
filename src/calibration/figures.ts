import { type Interval, wilsonInterval } from './statistics/proportions.ts'

/** `count` of `of` records as a share, 0–1, with its 95 % interval. */
export interface Rate extends Interval {
  readonly count: number
  readonly of: number
  readonly rate: number
}

/** `undefined` of no records. */
export function rateOf(count: number, of: number): Rate | undefined {
  return of > 0 ? { count, of, rate: count / of, ...wilsonInterval({ count, of }) } : undefined
}

/** What a check found. `alarm`: somebody should act. `note`: somebody should know. */
export interface Finding {
  readonly code: string
  readonly level: 'ok' | 'note' | 'alarm'
  readonly what: string
  /** Shares are 0–1, counts are of at least eleven records or none. */
  readonly figures: Readonly<Record<string, number>>
  readonly todo?: string
}

/** A share as a person reads it: `23 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
