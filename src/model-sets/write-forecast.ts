import type { Crm } from '#src/ports.ts'
import type { PreviewCounts } from './preview-report.ts'

/** How records go into a CRM. */
export interface WriteRate {
  readonly recordsPerCall: number
  /** Whether one call may carry records of several objects. */
  readonly mixesObjects: boolean
  readonly callsPerSecond: number
}

/**
 * What holds where nobody says otherwise. HubSpot: batch updates of 100, and 190 calls in 10 seconds,
 * the allowance of a private app on Professional or Enterprise (developers.hubspot.com, usage
 * guidelines). Salesforce: five collections of 200 in one composite call; the day is bounded there, not
 * the second, and we call no faster than 10 a second.
 */
export const WRITE_RATES: Readonly<Record<Crm, WriteRate>> = {
  hubspot: { recordsPerCall: 100, mixesObjects: false, callsPerSecond: 19 },
  salesforce: { recordsPerCall: 1_000, mixesObjects: true, callsPerSecond: 10 },
}

export interface WriteForecast extends WriteRate {
  /** People whose record would be written; organisations follow from them and come on top. */
  readonly records: number
  readonly calls: number
  readonly minutes: number
}

/** What writing a draft's changes takes at a rate of calls. */
export function forecastWrites(
  { writes }: Pick<PreviewCounts, 'writes'>,
  rate: WriteRate,
): WriteForecast {
  const counts = Object.values(writes)
  const records = counts.reduce((sum, count) => sum + count, 0)
  const batches = rate.mixesObjects ? [records] : counts
  const calls = batches.reduce((sum, count) => sum + Math.ceil(count / rate.recordsPerCall), 0)
  const minutes = Math.round((calls / rate.callsPerSecond / 60) * 100) / 100
  return { ...rate, records, calls, minutes }
}
