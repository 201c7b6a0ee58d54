import type { SafeRecord } from '#src/ports.ts'

type Known = Pick<SafeRecord, 'facts' | 'activities'>

/** Whether retention, which only takes away, took nothing. */
export function keepsAll(before: Known, kept: Known): boolean {
  return (
    Object.keys(before.facts).length === Object.keys(kept.facts).length &&
    before.activities.length === kept.activities.length
  )
}
