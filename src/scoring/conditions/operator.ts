import type { z } from 'zod'
import type { FactValue } from '../../ports.ts'
import type { Lists } from '../lists.ts'

/** A condition on one fact, made from its YAML once. */
export interface FactTest {
  /** `undefined` says nothing: the fact is missing or of a kind this operator does not read. */
  readonly test: (value: FactValue | undefined, nowMs: number) => boolean | undefined
  /** Instants (epoch ms) at which the answer may change by time alone. */
  readonly changesAt: ((value: FactValue | undefined) => readonly number[]) | undefined
}

/** One way to ask something of a fact. Add one: its file, its name and its entry in the registry. */
export interface Operator {
  readonly args: z.ZodType
  /** Whether the answer depends on the clock; audiences may not use those. */
  readonly timed: boolean
  compile(args: unknown, lists: Lists): FactTest
}

/** Keeps an operator's own argument type inside; the registry sees only `Operator`. */
export function defineOperator<Schema extends z.ZodType>(
  args: Schema,
  compile: (args: z.output<Schema>, lists: Lists) => FactTest['test'],
): Operator {
  return {
    args,
    timed: false,
    compile: (raw, lists) => ({ test: compile(args.parse(raw), lists), changesAt: undefined }),
  }
}

/** The same for operators whose answer depends on the clock. */
export function defineTimedOperator<Schema extends z.ZodType>(
  args: Schema,
  compile: (args: z.output<Schema>) => FactTest,
): Operator {
  return { args, timed: true, compile: (raw) => compile(args.parse(raw)) }
}
