import type { AccessRole } from '../sign-in.ts'

/** Each role may do what those before it may. */
export const ACCESS_ROLES = [
  'viewer',
  'editor',
  'approver',
  'admin',
] as const satisfies readonly AccessRole[]

export function includesRole(role: AccessRole, needed: AccessRole): boolean {
  return ACCESS_ROLES.indexOf(role) >= ACCESS_ROLES.indexOf(needed)
}
