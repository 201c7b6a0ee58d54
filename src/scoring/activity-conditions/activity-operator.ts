import type { z } from 'zod'
import type { Activity, ActivityCategory, ActivityKind } from '../../ports.ts'
import type { Inline } from '../document/blocks.ts'
import type { Hits, Selector, Tracks } from '../tracks.ts'

/** A condition on activities, made from its YAML once. */
export interface ActivityTest {
  /**
   * How often the rule's points count, each occurrence faded up to `clockMs`; 0 says nothing. Never
   * rises as the clock goes on. An occurrence after the clock counts in full.
   */
  readonly worth: (hits: Hits, clockMs: number, rate: number) => number
  /** When the latest activity behind it happened; asked only where it is worth something. */
  readonly latestAt: (hits: Hits) => number
}

/** Which activities a rule looks at, as written. */
export interface Looked {
  readonly activity: readonly ActivityKind[]
  readonly category?: readonly ActivityCategory[] | undefined
}

/** What an operator says of its arguments, besides how it counts. */
interface Knows<Args> {
  /** What it asks, to be read after the activities: ", at least 3 times within 30 days". */
  readonly inWords: (args: Args) => readonly Inline[]
  /** The fewest activities that make it count in full at `nowMs`, the last of them just then. */
  readonly example: (args: Args, looked: Looked, nowMs: number) => readonly Activity[]
  /** How often the points can count. */
  readonly mostTimes: (args: Args) => number
  /** How often doing the same again, on one day, can still change what it is worth. */
  readonly repeats: (args: Args) => number
  /** In how many days after the latest activity it ends by itself, if it does. */
  readonly endsAfterDays: (args: Args) => number | undefined
}

/** What counts: every act, several of them together, on how many days they lie, or their order. */
export type Counts = 'each' | 'together' | 'days' | 'order'

/**
 * One way to count activities, with all that checks, documents and explanations need to know of it. Add
 * one: its file, its name and its entry in the registry.
 */
export interface ActivityOperator extends Knows<unknown> {
  readonly args: z.ZodType
  readonly counts: Counts
  compile(args: unknown, selector: Selector, tracks: Tracks): ActivityTest
}

/** Keeps an operator's own argument type inside; the registry sees only `ActivityOperator`. */
export function defineActivityOperator<Schema extends z.ZodType>(
  args: Schema,
  knows: Knows<z.output<Schema>> & {
    readonly counts: Counts
    readonly test: (args: z.output<Schema>, selector: Selector, tracks: Tracks) => ActivityTest
  },
): ActivityOperator {
  return {
    args,
    counts: knows.counts,
    compile: (raw, selector, tracks) => knows.test(args.parse(raw), selector, tracks),
    inWords: (raw) => knows.inWords(args.parse(raw)),
    example: (raw, looked, nowMs) => knows.example(args.parse(raw), looked, nowMs),
    mostTimes: (raw) => knows.mostTimes(args.parse(raw)),
    repeats: (raw) => knows.repeats(args.parse(raw)),
    endsAfterDays: (raw) => knows.endsAfterDays(args.parse(raw)),
  }
}

/** One activity that is looked at. */
export function oneOf({ activity, category }: Looked, at: number): Activity {
  return { kind: activity[0] ?? 'form-submitted', category: category?.[0] ?? 'other', at }
}
