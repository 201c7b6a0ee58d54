import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import { toLongId } from '../schema/record-id.ts'

/**
 * Where a list goes on. `after` is the last record given. `query` has given up on bulk jobs; `bulk`
 * reads the results of a job, from the page at `locator` on.
 */
export type ListCursor =
  | { readonly by: 'any' | 'query'; readonly after?: string }
  | { readonly by: 'bulk'; readonly job: string; readonly locator?: string; readonly after: string }

const Id = z.string().refine((id) => toLongId(id) !== undefined)
const Cursor = z.union([
  z.strictObject({ by: z.literal('query'), after: Id.optional() }),
  z.strictObject({
    by: z.literal('bulk'),
    job: Id,
    // Part of an address; Salesforce makes them of letters and digits.
    locator: z
      .string()
      .regex(/^[\w=+-]{1,200}$/)
      .optional(),
    after: Id,
  }),
])

export function readCursor(text: string | undefined): ListCursor {
  if (text === undefined) return { by: 'any' }
  if (toLongId(text) !== undefined) return { by: 'any', after: text }
  const parsed = Cursor.safeParse(jsonOf(text))
  if (!parsed.success) {
    throw new PermanentError('salesforce-cursor-invalid', 'A list cursor is of another form.')
  }
  const { data } = parsed
  if (data.by === 'query')
    return { by: 'query', ...(data.after !== undefined && { after: data.after }) }
  const { locator, ...rest } = data
  return { ...rest, ...(locator !== undefined && { locator }) }
}

/** An id alone where nothing else is to be said. */
export function writeCursor(cursor: ListCursor): string {
  return cursor.by === 'any' && cursor.after !== undefined ? cursor.after : JSON.stringify(cursor)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
