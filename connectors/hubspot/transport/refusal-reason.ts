import { z } from 'zod'
import { refusalCode } from './errors.ts'

const Detail = z.object({
  error: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  context: z
    .object({ propertyName: z.array(z.string()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
})
const Details = z.array(Detail).catch([])
const Body = z
  .object({ message: z.string().optional().catch(undefined), errors: Details.optional() })
  .catch({})

const CODE = /^[A-Z][A-Z0-9_]{2,60}$/

/**
 * Why HubSpot refused a record, in its own codes and with the property it is about, such as
 * `VALIDATION_ERROR/INVALID_OPTION/lifecyclestage`: an admin's rule may be about a field that is not ours.
 * Only names the portal's schema knows are told; in the same place a broken answer could quote a value.
 */
export function refusalReason(body: unknown, isProperty: (name: string) => boolean): string {
  const details = detailsOf(body)
  const codes = details.flatMap(({ error, code }) => error ?? code ?? []).filter(isCode)
  const names = details.flatMap(({ name, context }) => [
    ...(name === undefined ? [] : [name]),
    ...(context?.propertyName ?? []),
  ])
  const parts = [...refusalCode(body).split('/'), codes[0], names.find(isProperty)]
  return [...new Set(parts.filter((part) => part !== undefined))].join('/')
}

/** Validation details stand in `errors`, or as JSON inside the message (HubSpot docs, "Error handling"). */
function detailsOf(body: unknown): z.infer<typeof Details> {
  const { message = '', errors = [] } = Body.parse(body)
  if (errors.length > 0) return errors
  const from = message.indexOf('[')
  if (from < 0) return []
  try {
    return Details.parse(JSON.parse(message.slice(from)))
  } catch {
    return []
  }
}

function isCode(code: string): boolean {
  return CODE.test(code)
}
