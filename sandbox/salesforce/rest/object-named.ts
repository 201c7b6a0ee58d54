import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import type { Values } from '../saving/read-values.ts'
import type { ObjectDef } from '../schema/object.ts'

/** The object of a resource path. Throws NOT_FOUND. */
export function objectNamed(org: Org, name: string | undefined): ObjectDef {
  const object = org.schema.object(name ?? '')
  if (object !== undefined) return object
  throw new PermanentError('NOT_FOUND', 'The requested resource does not exist')
}

/** A JSON object from a request body. Throws JSON_PARSER_ERROR for anything else. */
export function valuesOf(body: unknown): Values {
  if (isValues(body)) return body
  throw new PermanentError('JSON_PARSER_ERROR', 'The request body is not a JSON object')
}

export function isValues(body: unknown): body is Values {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}
