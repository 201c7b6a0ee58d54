import type { z } from 'zod'
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

/** One way to count activities. Add one: its file, its name and its entry in the registry. */
export interface ActivityOperator {
  readonly args: z.ZodType
  compile(args: unknown, selector: Selector, tracks: Tracks): ActivityTest
}

/** Keeps an operator's own argument type inside; the registry sees only `ActivityOperator`. */
export function defineActivityOperator<Schema extends z.ZodType>(
  args: Schema,
  compile: (args: z.output<Schema>, selector: Selector, tracks: Tracks) => ActivityTest,
): ActivityOperator {
  return { args, compile: (raw, selector, tracks) => compile(args.parse(raw), selector, tracks) }
}
