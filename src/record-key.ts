import type { RecordRef } from './ports.ts'

/** How a record is named in maps and sets: `contact:301`. */
export function recordKey({ object, id }: RecordRef): string {
  return `${object}:${id}`
}
