import type { RecordObject, RecordRef } from '#src/ports.ts'
import { OBJECT_BY_PREFIX } from './sobjects.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'
const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/

/**
 * The 18-character form of a 15- or 18-character id, `undefined` for anything else. A long id is left
 * as the organisation wrote it; a short one gets the checksum: three groups of five characters, one
 * bit for each capital letter.
 */
export function toLongId(id: unknown): string | undefined {
  if (typeof id !== 'string' || !ID.test(id)) return undefined
  return id.length === 18 ? id : `${id}${suffixOf(id)}`
}

/** The record an id names by its key prefix; `undefined` when it is none of those we score. */
export function refOf(id: unknown): RecordRef | undefined {
  const longId = toLongId(id)
  const object = longId === undefined ? undefined : objectOf(longId)
  return longId === undefined || object === undefined ? undefined : { object, id: longId }
}

function objectOf(id: string): RecordObject | undefined {
  return OBJECT_BY_PREFIX.get(id.slice(0, 3))
}

function suffixOf(short: string): string {
  return [0, 5, 10].map((start) => ALPHABET[capitalsOf(short.slice(start, start + 5))]).join('')
}

/** One bit for each capital letter, the first character lowest. */
function capitalsOf(group: string): number {
  return group
    .split('')
    .reduce((bits, character, place) => bits | (/[A-Z]/.test(character) ? 1 << place : 0), 0)
}
