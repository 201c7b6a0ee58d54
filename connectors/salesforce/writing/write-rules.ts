import { z } from 'zod'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { RecordObject } from '#src/ports.ts'
import { type Querier, type Row, rowsOf } from '../querying/query.ts'
import { compare, isFlag, select } from '../querying/soql.ts'
import { SOBJECTS } from '../schema/sobjects.ts'
import type { RecordError } from './write-policy.ts'

/** Finds the name an admin knows a validation rule by. */
export interface RuleNames {
  /** `undefined` when no active rule, or more than one, has that message. */
  nameOf(object: RecordObject, error: RecordError): Promise<string | undefined>
}

const Rule = z.object({
  ValidationName: z.string().regex(/^[A-Za-z]\w{0,79}$/),
  ErrorMessage: z.string().nullish(),
  ErrorDisplayField: z.string().nullish(),
})
type Rule = z.infer<typeof Rule>

const KNOWN_FOR_MS = 3_600_000

/**
 * An error carries the rule's message and not its name (Tooling API, ValidationRule). The message is
 * compared here and goes no further: an admin may have written anything into it. Reading rules takes
 * "View Setup and Configuration"; without it rules stay nameless.
 */
export function createRuleNames(tooling: Pick<Querier, 'outcomes'>, now: () => number): RuleNames {
  const known = new Map<RecordObject, { readonly at: number; readonly rules: readonly Rule[] }>()
  const rulesOf = async (object: RecordObject): Promise<readonly Rule[]> => {
    const before = known.get(object)
    if (before !== undefined && now() - before.at < KNOWN_FOR_MS) return before.rules
    const rules = await readRules(tooling, object)
    known.set(object, { at: now(), rules })
    return rules
  }
  return {
    nameOf: async (object, error) => {
      const same = (await rulesOf(object)).filter(
        ({ ErrorMessage }) => ErrorMessage?.trim() === error.message.trim(),
      )
      const there = same.filter(({ ErrorDisplayField: field }) => field && isNamed(field, error))
      const [only, ...others] = there.length > 0 ? there : same
      return others.length === 0 ? only?.ValidationName : undefined
    },
  }
}

/** A rule's field may be written with its object, `Lead.Phone`. */
function isNamed(field: string, { fields }: RecordError): boolean {
  return fields.includes(field.split('.').at(-1) ?? '')
}

async function readRules(
  tooling: Pick<Querier, 'outcomes'>,
  object: RecordObject,
): Promise<readonly Rule[]> {
  const soql = select({
    fields: ['ValidationName', 'ErrorMessage', 'ErrorDisplayField'],
    from: 'ValidationRule',
    where: [
      isFlag('Active', true),
      compare('EntityDefinition.QualifiedApiName', '=', SOBJECTS[object]),
    ],
  })
  try {
    const [outcome] = await tooling.outcomes([{ soql }])
    return rowsOf(outcome).flatMap((row: Row) => Rule.safeParse(row).data ?? [])
  } catch (error) {
    if (error instanceof PermanentError || error instanceof TransientError) return []
    throw error
  }
}
