import type { HttpDeps } from './http-deps.ts'
import { createTally, type Tally } from './tally.ts'

/** What became of webhooks that left no mark; each is told at most once a minute. */
export interface WebhookCounters {
  /** Deliveries whose signature did not hold. */
  readonly refused: Tally
  /** Events of portals we do not serve. */
  readonly unknownPortal: Tally
}

export function createWebhookCounters({
  log,
  now,
  publicUrl,
  monitor,
}: Pick<HttpDeps, 'log' | 'now' | 'publicUrl' | 'monitor'>): WebhookCounters {
  const crm = 'hubspot'
  const counted = (outcome: 'refused' | 'unknown-portal', tally: Tally): Tally => ({
    ...tally,
    add: (count, detail) => {
      monitor?.metrics.webhooks(crm, outcome, count)
      tally.add(count, detail)
    },
  })
  return {
    refused: counted(
      'refused',
      createTally(now, (deliveries, total, reason) =>
        // Behind a proxy a signature does not hold as long as nobody says by which address we are called.
        log.warn('webhook refused', { crm, deliveries, total, reason, publicUrlSet: !!publicUrl }),
      ),
    ),
    unknownPortal: counted(
      'unknown-portal',
      createTally(now, (events, total) =>
        log.warn('webhook of an unknown portal ignored', { crm, events, total }),
      ),
    ),
  }
}
