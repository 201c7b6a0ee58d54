import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from '../errors.ts'
import type { Log } from '../ports.ts'
import { createCachedFigures } from './cached-figures.ts'
import type { ProcessMetrics } from './create-metrics.ts'
import { type FigureDeps, gatherFigures } from './portal-figures.ts'
import { createSharedGauges } from './shared-gauges.ts'

/** What `/metrics` answers with. */
export interface Scrape {
  readonly contentType: string
  text(): Promise<string>
}

/**
 * This process's own counts; and, with `shared`, how every portal, its quota and the queue stand. One role
 * tells the shared figures: told by every process they would be gathered and added up once for each.
 */
export function createScrape(
  { registry }: Pick<ProcessMetrics, 'registry'>,
  shared: (FigureDeps & { readonly log: Log }) | undefined,
): Scrape {
  const { contentType } = registry
  if (shared === undefined) return { contentType, text: () => registry.metrics() }
  const gauges = createSharedGauges(registry)
  const figures = createCachedFigures({
    gather: () => gatherFigures(shared),
    now: shared.now,
    sleep: (ms) => sleep(ms, undefined, { ref: false }),
    onTrouble: (error) => shared.log.warn('metrics not gathered', { code: errorCode(error) }),
  })
  return {
    contentType,
    text: async () => {
      const known = await figures()
      if (known !== undefined) gauges.set(known, shared.now())
      return await registry.metrics()
    },
  }
}
