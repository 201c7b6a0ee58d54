import type { Activity } from '../../ports.ts'
import { activityOperatorOf } from '../activity-conditions/registry.ts'
import { SIGNS_OF_LIFE } from '../adjustments.ts'
import { compileEngagementRule } from '../compile-rules.ts'
import type { View } from '../compiled-axis.ts'
import { DAY_MS } from '../decay.ts'
import type { EngagementRule } from '../model-rules.ts'
import { type Selector, Tracks } from '../tracks.ts'
import { literal, type Scope } from './scope.ts'
import type { TrackSource } from './track-source.ts'

/** More times than this are kept in a list, by the rule's own closure. */
const MOST_KEPT = 6

/** Code that works out what a rule gives. */
export interface PointsSource {
  /** Statements that set `points`; 0 says nothing. */
  readonly statements: string
  /** The time of the latest activity behind it. */
  readonly at: string
}

/** Writes rules over activities; those it does not know are left to their closures. */
export class EngagementSource {
  readonly #scope: Scope
  readonly #tracks: TrackSource
  readonly #slow = new Tracks()
  #isSlowUsed = false

  constructor(scope: Scope, tracks: TrackSource) {
    this.#scope = scope
    this.#tracks = tracks
  }

  /** The same arithmetic in the same order as the closures: totals agree to the last bit. */
  source(rule: EngagementRule, groupRate: number): PointsSource {
    const kept = keptBy(rule)
    if (kept === undefined) return this.#slowSource(rule, groupRate)
    const times = this.#tracks.open(selectorOf(rule), kept.keep)
    const clock = rule.points > 0 ? 'now' : this.#lastSignOfLife()
    const left = (at: string): string => (rule.decays ? leftSource(clock, at, groupRate) : '1')
    const counts = (at: string): string => countsSource(clock, at, kept.withinDays)
    const [newest = 'NaN'] = times
    const worth = kept.isSum
      ? times.reduceRight((rest, at) => `if (${counts(at)}) { points += ${left(at)}; ${rest} }`, '')
      : `if (${counts(times.at(-1) ?? newest)}) points = ${left(newest)};`
    return { statements: `points = 0; ${worth} points *= ${literal(rule.points)};`, at: newest }
  }

  /** Code that gathers what the closures read; empty where none is used. */
  declarations(): string {
    if (!this.#isSlowUsed) return ''
    const look = (activities: readonly Activity[], nowMs: number): View => ({
      values: [],
      hits: this.#slow.gather(activities, nowMs),
      nowMs,
    })
    return `const view = ${this.#scope.name(look)}(activities, now);`
  }

  #slowSource(rule: EngagementRule, groupRate: number): PointsSource {
    this.#isSlowUsed = true
    const name = this.#scope.name(compileEngagementRule(rule, groupRate, this.#slow))
    return { statements: `points = ${name}.points(view);`, at: `${name}.latestAt(view)` }
  }

  #lastSignOfLife(): string {
    const [newest = 'NaN'] = this.#tracks.open({ kinds: SIGNS_OF_LIFE, categories: undefined }, 1)
    return newest
  }
}

interface Kept {
  /** How many of the latest times are read. */
  readonly keep: number
  readonly withinDays: number | undefined
  /** Whether each counts, or all of them once. */
  readonly isSum: boolean
}

/** `undefined` leaves the rule to its closure. */
function keptBy(rule: EngagementRule): Kept | undefined {
  const { name, operator, args } = activityOperatorOf(rule)
  const withinDays = operator.endsAfterDays(args)
  const keep = operator.repeats(args)
  if (keep > MOST_KEPT) return undefined
  switch (name) {
    case 'latest':
    case 'atLeast':
      return { keep, withinDays, isSum: false }
    case 'repeated':
      return { keep, withinDays, isSum: true }
    case 'distinctDays':
    case 'after':
      return undefined
  }
}

const selectorOf = ({ activity, category }: EngagementRule): Selector => ({
  kinds: activity,
  categories: category,
})

function countsSource(clock: string, at: string, withinDays: number | undefined): string {
  const isThere = `${at} !== -Infinity`
  if (withinDays === undefined) return isThere
  return `${isThere} && ${clock} - ${at} <= ${literal(withinDays * DAY_MS)}`
}

/** `faded` written out: a call would put every number on the heap. */
function leftSource(clock: string, at: string, rate: number): string {
  return `((age = ${clock} - ${at}) <= 0 ? 1 : Math.exp(age * ${literal(rate)}))`
}
