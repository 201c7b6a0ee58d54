import { createHash } from 'node:crypto'
import type { IntentValues } from '../ports.ts'

/** Names exactly these values whatever the order of their members; `scoredAt` is left out. */
export function hashIntentValues(values: IntentValues): string {
  const { scoredAt: _, ...meaning } = values
  const sorted = Object.entries(meaning).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32)
}
