import type { CallCounter } from '../call-counter.ts'
import { ok, type Route } from './route.ts'

/** The org's allowances and what is left of them. */
export function limitsRoute(calls: CallCounter): Route {
  return {
    method: 'GET',
    pattern: '/limits',
    kind: 'limits',
    handle: () =>
      ok({
        DailyApiRequests: { Max: calls.limit, Remaining: Math.max(0, calls.limit - calls.used()) },
        DailyBulkApiBatches: { Max: 15_000, Remaining: 15_000 },
        DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
        DataStorageMB: { Max: 10_240, Remaining: 9_800 },
      }),
  }
}
