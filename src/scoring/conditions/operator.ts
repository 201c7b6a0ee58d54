import type { z } from 'zod'
import type { FactValue } from '../../ports.ts'
import type { Inline } from '../document/blocks.ts'
import type { Lists } from '../lists.ts'

/** A condition on one fact, made from its YAML once. */
export interface FactTest {
  /** `undefined` says nothing: the fact is missing or of a kind this operator does not read. */
  readonly test: (value: FactValue | undefined, nowMs: number) => boolean | undefined
  /** Instants (epoch ms) at which the answer may change by time alone. */
  readonly changesAt: ((value: FactValue | undefined) => readonly number[]) | undefined
}

/** What values are made from. */
export interface ValueContext {
  readonly lists: Lists
  /** Epoch ms. */
  readonly nowMs: number
}

/**
 * One way to ask something of a fact, with all that checks, documents and explanations need to know of
 * it. Add one: its file, its name and its entry in the registry.
 */
export interface Operator {
  readonly args: z.ZodType
  /** Whether the answer depends on the clock; audiences may not use those. */
  readonly timed: boolean
  compile(args: unknown, lists: Lists): FactTest
  /** What it asks, to be read after the fact's name: "is 200 or more". */
  inWords(args: unknown): readonly Inline[]
  /** Values that between them meet it and just miss it, as far as its arguments name any. */
  values(args: unknown, context: ValueContext): readonly FactValue[]
  /** A value that meets it and that people would say; `undefined` where nothing is to be known. */
  example(args: unknown, context: ValueContext): FactValue | undefined
  /** As what a column of a file is read for it; `undefined` leaves that to other rules. */
  reads(args: unknown): 'number' | 'date' | 'boolean' | undefined
}

/** An operator by its own argument type. */
interface Knows<Args> {
  readonly inWords: (args: Args) => readonly Inline[]
  readonly values: (args: Args, context: ValueContext) => readonly FactValue[]
  readonly example: (args: Args, context: ValueContext) => FactValue | undefined
  readonly reads: (args: Args) => ReturnType<Operator['reads']>
}

/** Keeps an operator's own argument type inside; the registry sees only `Operator`. */
export function defineOperator<Schema extends z.ZodType>(
  args: Schema,
  knows: Knows<z.output<Schema>> & {
    readonly test: (args: z.output<Schema>, lists: Lists) => FactTest['test']
  },
): Operator {
  return {
    ...opened(args, knows),
    timed: false,
    compile: (raw, lists) => ({ test: knows.test(args.parse(raw), lists), changesAt: undefined }),
  }
}

/** The same for operators whose answer depends on the clock. */
export function defineTimedOperator<Schema extends z.ZodType>(
  args: Schema,
  knows: Knows<z.output<Schema>> & { readonly test: (args: z.output<Schema>) => FactTest },
): Operator {
  return {
    ...opened(args, knows),
    timed: true,
    compile: (raw) => knows.test(args.parse(raw)),
  }
}

function opened<Schema extends z.ZodType>(
  args: Schema,
  { inWords, values, example, reads }: Knows<z.output<Schema>>,
): Omit<Operator, 'timed' | 'compile'> {
  return {
    args,
    inWords: (raw) => inWords(args.parse(raw)),
    values: (raw, context) => values(args.parse(raw), context),
    example: (raw, context) => example(args.parse(raw), context),
    reads: (raw) => reads(args.parse(raw)),
  }
}
