import type { Activity, PortalPolicy } from '../ports.ts'

/** What consent is asked against besides the facts. */
export interface ConsentContext {
  /** Epoch ms. */
  readonly at: number
  readonly policy: PortalPolicy
  /** What they did; it can make an open channel welcome and opens none. */
  readonly activities?: readonly Activity[]
}
