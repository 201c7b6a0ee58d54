export type CallKind =
  | 'token'
  | 'query'
  | 'composite'
  | 'collections'
  | 'describe'
  | 'metadata'
  | 'tooling'
  | 'limits'
  | 'bulk'
  | 'sobject'
  | 'identity'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** What the org has been asked, by kind, and how much of the daily allowance that used. */
export interface CallCounter {
  /** One call; `requests` is what it weighs against the daily limit. */
  count(kind: CallKind, requests: number): void
  /** Writes of sObject Collections, wherever they were sent, and the records in them. */
  countCollectionWrite(records: number): void
  readonly limit: number
  /** Requests in the last 24 hours: the allowance is rolling (App Limits Cheatsheet, "API Requests"). */
  used(): number
  totals(): Record<string, number>
}

export function createCallCounter(limit: number, now: () => number): CallCounter {
  const totals = new Map<string, number>()
  const hours = new Map<number, number>()
  const add = (name: string, by: number): void => {
    totals.set(name, (totals.get(name) ?? 0) + by)
  }
  return {
    limit,
    count(kind, requests) {
      add(kind, 1)
      const hour = Math.floor(now() / HOUR_MS)
      hours.set(hour, (hours.get(hour) ?? 0) + requests)
    },
    countCollectionWrite(records) {
      add('collectionWrites', 1)
      add('recordsWritten', records)
    },
    used() {
      const oldest = Math.floor((now() - DAY_MS) / HOUR_MS)
      for (const hour of hours.keys()) if (hour <= oldest) hours.delete(hour)
      return [...hours.values()].reduce((sum, requests) => sum + requests, 0)
    },
    totals: () => Object.fromEntries(totals),
  }
}
