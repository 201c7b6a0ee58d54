import type { PortalPolicy } from '../ports.ts'

/** What consent is asked against besides the facts. */
export interface ConsentContext {
  /** Epoch ms. */
  readonly at: number
  readonly policy: PortalPolicy
}
