import type { ShippedModels } from '#src/models.ts'
import type { PortalId } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import type { Store } from '#src/store/store.ts'

/** What changing a portal's models needs, from the command line and from the API alike. */
export interface ModelSetDeps {
  readonly store: Store
  readonly shipped: ShippedModels
  readonly now: () => number
  readonly allowListFor: (portal: PortalId) => Promise<AllowList>
  /** Has somebody work on the run that was begun. */
  readonly workOnRun: (portal: PortalId) => Promise<void>
}
