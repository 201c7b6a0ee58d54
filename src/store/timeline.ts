import { PermanentError } from '../errors.ts'
import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS, type Activity } from '../ports.ts'

/** First byte of a packed timeline; a new layout takes the next number. */
const FORMAT = 1
/** The last instant a Date can hold. */
const LATEST_MS = 8.64e15
const CONTINUES = 0x80
const NEGATIVE = 0x40

/**
 * Packs activities in the order given: the format byte, then for each one its kind, its category and
 * the distance in ms to the one before. JSON of the same timeline is ten times as long and slower to
 * parse than a record is to score. Throws PermanentError `timeline-invalid`.
 */
export function encodeTimeline(activities: readonly Activity[]): Buffer {
  const bytes: number[] = [FORMAT]
  let before = 0
  for (const { kind, category, at } of activities) {
    bytes.push(position(ACTIVITY_KINDS, kind), position(ACTIVITY_CATEGORIES, category))
    pushDistance(bytes, instant(at) - before)
    before = at
  }
  return Buffer.from(bytes)
}

/** Throws PermanentError `timeline-unreadable` for bytes written by a newer version or damaged. */
export function decodeTimeline(bytes: Uint8Array): readonly Activity[] {
  if (bytes[0] !== FORMAT) throw unreadable('format', bytes[0])
  const activities: Activity[] = []
  let at = 0
  for (let offset = 1; offset < bytes.length; ) {
    const kind = ACTIVITY_KINDS[bytes[offset] ?? -1]
    const category = ACTIVITY_CATEGORIES[bytes[offset + 1] ?? -1]
    if (kind === undefined) throw unreadable('kind', bytes[offset])
    if (category === undefined) throw unreadable('category', bytes[offset + 1])
    const distance = readDistance(bytes, offset + 2)
    at += distance.value
    activities.push({ kind, category, at })
    offset = distance.end
  }
  return activities
}

function position<T>(list: readonly T[], code: T): number {
  const index = list.indexOf(code)
  if (index === -1) {
    throw new PermanentError('timeline-invalid', 'An activity has a code that is on no list.')
  }
  return index
}

function instant(at: number): number {
  if (Number.isSafeInteger(at) && at >= 0 && at <= LATEST_MS) return at
  throw new PermanentError('timeline-invalid', 'An activity is dated by no whole millisecond.')
}

/** Sign and six bits in the first byte, seven bits in each one after; division, as 32 bits are too few. */
function pushDistance(bytes: number[], distance: number): void {
  const sign = distance < 0 ? NEGATIVE : 0
  const size = Math.abs(distance)
  let rest = Math.floor(size / NEGATIVE)
  bytes.push((size % NEGATIVE) | sign | (rest > 0 ? CONTINUES : 0))
  while (rest > 0) {
    const low = rest % CONTINUES
    rest = Math.floor(rest / CONTINUES)
    bytes.push(low | (rest > 0 ? CONTINUES : 0))
  }
}

function readDistance(bytes: Uint8Array, start: number): { value: number; end: number } {
  const first = bytes[start]
  if (first === undefined) throw unreadable('end', undefined)
  let value = first % NEGATIVE
  let weight = NEGATIVE
  let end = start + 1
  for (let byte = first; byte >= CONTINUES; end += 1) {
    byte = bytes[end] ?? unreadableByte()
    value += (byte % CONTINUES) * weight
    weight *= CONTINUES
  }
  return { value: (first & NEGATIVE) === 0 ? value : -value, end }
}

function unreadableByte(): never {
  throw unreadable('end', undefined)
}

function unreadable(part: string, byte: number | undefined): PermanentError {
  return new PermanentError(
    'timeline-unreadable',
    `A stored timeline has an unknown ${part} (${byte ?? 'nothing'}).`,
    'A newer Leadwell wrote it: run that version, or sync the portal again with --full.',
  )
}
