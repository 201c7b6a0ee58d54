import { createHash } from 'node:crypto'
import type { Intent } from '../ports.ts'

/** Names exactly these values whatever the order of their members; `scoredAt` is left out. */
export function hashIntentValues(values: Intent['values']): string {
  const meaning = Object.entries(values).filter(([name]) => name !== 'scoredAt')
  const sorted = meaning.sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32)
}
