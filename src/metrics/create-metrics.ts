import type { Metrics } from '../metrics-port.ts'
import { createInstruments, type Instruments } from './instruments.ts'

export interface ProcessMetrics extends Metrics {
  readonly registry: Instruments['registry']
}

/** Counts in memory; nothing is sent anywhere until somebody asks for `/metrics`. */
export function createMetrics(
  elapsedMs: () => number,
  instruments: Instruments = createInstruments(),
): ProcessMetrics {
  const start = (): (() => number) => {
    const startedAt = elapsedMs()
    return () => (elapsedMs() - startedAt) / 1_000
  }
  return {
    registry: instruments.registry,
    calls: (crm) => (kind) => {
      const seconds = start()
      return (status) =>
        instruments.calls.observe({ crm, kind, status: statusClass(status) }, seconds())
    },
    jobs: (job) => {
      const seconds = start()
      return (outcome) => instruments.jobs.observe({ job, outcome }, seconds())
    },
    requests: (route) => {
      const seconds = start()
      return (status) =>
        instruments.requests.observe({ route, status: statusClass(status) }, seconds())
    },
    webhooks: (crm, outcome, count) => instruments.webhooks.inc({ crm, outcome }, count),
    marks: (crm, outcome, lane, count) => instruments.marks.inc({ crm, outcome, lane }, count),
    decided: (crm, { tier, hold }, count) => instruments.decisions.inc({ crm, tier, hold }, count),
    writes: (crm, outcome, count) => instruments.writes.inc({ crm, outcome }, count),
    markAge: (crm, lane, seconds) => instruments.markAge.observe({ crm, lane }, seconds),
    writeLag: (crm, seconds) => instruments.writeLag.observe({ crm }, seconds),
  }
}

/** `2xx`, `4xx`, …; 429 stands alone, because it is what quotas are watched by. */
function statusClass(status: number | undefined): string {
  if (status === undefined) return 'none'
  return status === 429 ? '429' : `${Math.floor(status / 100)}xx`
}
