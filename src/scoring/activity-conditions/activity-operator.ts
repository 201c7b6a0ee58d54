import type { z } from 'zod'
import type { Hits, Selector, Tracks } from '../tracks.ts'

/** A condition on activities, made from its YAML once. */
export interface ActivityTest {
  /** How often the rule's points count now, each occurrence decayed; 0 says nothing. */
  readonly worth: (hits: Hits, nowMs: number, halfLifeMs: number) => number
  /** When the latest activity behind it happened. */
  readonly latestAt: (hits: Hits) => number | undefined
  /** First instant after now at which `worth` changes other than by decay; Infinity for never. */
  readonly breaksAt: (hits: Hits, nowMs: number) => number
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
