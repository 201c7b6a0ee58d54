import type { ObjectType } from '#sandbox/hubspot/portal/object-types.ts'
import type { PortalState } from '#sandbox/hubspot/portal/portal-state.ts'
import type { DataSensitivity } from '#sandbox/hubspot/portal/property-definition.ts'
import { requireScopes, type Token } from './tokens.ts'

const SENSITIVE = ['sensitive', 'highly_sensitive'] as const
type Sensitive = (typeof SENSITIVE)[number]

/** Sensitive properties stay hidden unless the app was granted their own scope ("Sensitive data"). */
export function visibleTo(token: Token, type: ObjectType): ReadonlySet<DataSensitivity> {
  const granted = SENSITIVE.filter((level) => token.scopes.has(sensitiveScope(type, level, 'read')))
  return new Set<DataSensitivity>(['non_sensitive', ...granted])
}

export function requireSensitiveWrite(
  state: PortalState,
  call: { token: Token; type: ObjectType; names: readonly string[] },
): void {
  const levels = call.names.map((name) => state.properties(call.type).get(name)?.dataSensitivity)
  for (const level of SENSITIVE.filter((one) => levels.includes(one))) {
    requireScopes(call.token, [sensitiveScope(call.type, level, 'write')])
  }
}

export function sensitiveScope(
  type: ObjectType,
  level: Sensitive,
  access: 'read' | 'write',
): string {
  return `crm.objects.${type.name}.${level}.${access}.v2`
}
