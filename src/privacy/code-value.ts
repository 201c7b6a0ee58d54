import type { FactValue } from '../ports.ts'
import type { Coder } from './allow-list.ts'

/** `undefined` for an empty or unreadable value: a missing fact, never a guess. */
export function codeValue(coder: Coder, raw: unknown): FactValue | undefined {
  void coder
  void raw
  return undefined
}
