import type { Quota } from '#src/connector-port.ts'

const DAY_MS = 86_400_000
/** `api-usage=18/15000; per-app-api-usage=17/250(appName=sample)` (REST guide, "Limit Info Header"). */
const API_USAGE = /(?<![\w-])api-usage=(\d+)\/(\d+)/

/** What Salesforce says of the requests of the last 24 hours, everybody's together. */
export function readLimitInfo(
  headers: Readonly<Record<string, string>>,
): Parameters<Quota['learn']>[1] | undefined {
  const [, used, limit] = API_USAGE.exec(headers['sforce-limit-info'] ?? '') ?? []
  if (!(Number(limit) > 0)) return undefined
  const remaining = Math.max(0, Number(limit) - Number(used))
  return { limit: Number(limit), remaining, intervalMs: DAY_MS }
}
