import { createHash } from 'node:crypto'
import type { Intent } from '../ports.ts'

/**
 * Names exactly what a reader of the record would see in these values, whatever the order of their
 * members. `scoredAt` and `model` are left out: the same result is no news, whichever version of a
 * model comes to it, and a rule that moves five people in a hundred must not cost a hundred writes.
 */
export function hashIntentValues(values: Intent['values']): string {
  const meaning = Object.entries(values).filter(([name]) => name !== 'scoredAt' && name !== 'model')
  const sorted = meaning.sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32)
}
