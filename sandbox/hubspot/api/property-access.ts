import { type ObjectType, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import type { ApiCall } from './api-context.ts'
import { requireScopes } from './tokens.ts'

/** The object type a properties call names, for a token that may see its schema. */
export function readableType(call: ApiCall): ObjectType {
  const type = objectTypeOf(call.params['type'])
  requireScopes(call.token, [`${type.schemaScope}.read`])
  return type
}

/** The same for a token that may change the schema. */
export function writableType(call: ApiCall): ObjectType {
  const type = objectTypeOf(call.params['type'])
  requireScopes(call.token, [`${type.schemaScope}.write`])
  return type
}
