import type { PermanentError } from '#src/errors.ts'
import type { Log } from '#src/ports.ts'
import type { Refusal } from './metadata-api.ts'
import type { PermissionDeps } from './permission-set.ts'

export type ProvisionDeps = PermissionDeps & { readonly log: Log }

/** What came of saving: components refused one by one, or a call refused as a whole. */
export interface Saved {
  readonly refusals: readonly Refusal[]
  readonly failure?: PermanentError
}
