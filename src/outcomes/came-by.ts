import type { Activity, Facts } from '../ports.ts'
import type { Signal } from './signal.ts'

const HALF_DAY_MS = 43_200_000
const DAY_MS = 2 * HALF_DAY_MS

interface Known {
  readonly facts: Facts
  readonly activities: readonly Activity[]
}

/** That something came, and when as far as it is dated; epoch ms. */
interface Came {
  readonly at: number | undefined
}

/** `undefined`: by these signals it has not come until `now`. */
export function cameBy(signals: readonly Signal[], known: Known, now: number): Came | undefined {
  const came = signals.filter((signal) => says(signal, known, now))
  if (came.length === 0) return undefined
  const times = came.flatMap((signal) => timesOf(signal, known, now))
  return { at: times.length === 0 ? undefined : Math.min(...times) }
}

/** When the person did or met what the signals name, in no order. */
export function timesOf({ activity, at }: Signal, known: Known, now: number): readonly number[] {
  if (activity !== undefined) {
    return known.activities.filter(isOneOf(activity, now)).map((one) => one.at)
  }
  const dated = at === undefined ? undefined : known.facts[at]
  return typeof dated === 'number' && dated <= now ? [dated] : []
}

/** Whether the fact of a signal has one of its values. */
export function factSays({ fact, values }: Signal, facts: Facts): boolean {
  const value = fact === undefined ? undefined : facts[fact]
  if (value === undefined) return false
  const all = Array.isArray(value) ? value : [value]
  return values === undefined || values.some((one) => all.includes(one))
}

/**
 * The latest moment that a date can mean: a day without a time is coded as its noon, and what came at
 * its end would else seem to have come before what is known by the minute.
 */
export function latestOf(at: number): number {
  return at % DAY_MS === HALF_DAY_MS ? at + HALF_DAY_MS - 1 : at
}

function says(signal: Signal, { facts, activities }: Known, now: number): boolean {
  if (signal.activity !== undefined) return activities.some(isOneOf(signal.activity, now))
  return factSays(signal, facts)
}

function isOneOf(kinds: readonly string[], now: number): (activity: Activity) => boolean {
  return ({ kind, at }) => at <= now && kinds.includes(kind)
}
