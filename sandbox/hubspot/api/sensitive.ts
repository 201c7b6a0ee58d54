import type { ObjectType } from '#sandbox/hubspot/portal/object-types.ts'
import type { PortalState } from '#sandbox/hubspot/portal/portal-state.ts'
import { requireScopes, type Token } from './tokens.ts'

/** Sensitive properties stay hidden unless the app was granted their own scope ("Sensitive data"). */
export function seesSensitive(token: Token, type: ObjectType): boolean {
  return token.scopes.has(sensitiveScope(type, 'read'))
}

export function requireSensitiveWrite(
  state: PortalState,
  call: { token: Token; type: ObjectType; names: readonly string[] },
): void {
  const touched = call.names.some((name) => {
    const property = state.properties(call.type).get(name)
    return property !== undefined && property.dataSensitivity !== 'non_sensitive'
  })
  if (touched) requireScopes(call.token, [sensitiveScope(call.type, 'write')])
}

export function sensitiveScope(type: ObjectType, access: 'read' | 'write'): string {
  return `crm.objects.${type.name}.sensitive.${access}.v2`
}
