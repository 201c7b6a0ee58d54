import type { BaseAdapter } from '@bull-board/api/baseAdapter'
import type { Metrics } from '#src/metrics-port.ts'
import type { CountTries } from './sign-in-limit.ts'

/** What operators are shown. */
export interface MonitorDeps {
  /** Whoever looks has to know it; without one only this machine may. */
  readonly adminToken: string | undefined
  readonly countTries: CountTries
  readonly metrics: Pick<Metrics, 'requests' | 'webhooks'>
  /** What `/metrics` answers with; cheap however often it is asked. */
  readonly scrape: { readonly contentType: string; text(): Promise<string> }
  /** The queue as Bull Board reads it, made when first asked for; no board without it. */
  readonly boardQueue?: () => Promise<BaseAdapter>
}
