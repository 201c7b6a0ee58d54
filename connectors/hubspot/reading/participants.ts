import type { Position } from '../changes/cursor.ts'
import type { Attendance } from '../sources/marketing-events.ts'

/** Attendance is noted when an organiser gets to it. */
const OVERLAP_MS = 6 * 3_600_000
const MAX_SEEN = 10_000

/** The contacts of whom something new about a marketing event was noted since. */
export async function readParticipants(
  attendance: Attendance,
  position: Position,
): Promise<{ contactIds: readonly string[]; position: Position }> {
  const met = new Set(position.seen)
  const recent = (await attendance.participations())
    .filter(({ notedAt }) => notedAt >= position.since - OVERLAP_MS)
    .map((one) => ({ ...one, sighting: `${one.contactId}:${one.kind}:${one.notedAt}` }))
  const fresh = recent.filter(({ sighting }) => !met.has(sighting))
  const since = Math.max(position.since, ...fresh.map(({ notedAt }) => notedAt))
  const seen = recent
    .filter(({ notedAt }) => notedAt >= since - OVERLAP_MS)
    .map(({ sighting }) => sighting)
  return {
    contactIds: [...new Set(fresh.map(({ contactId }) => contactId))],
    position: { ...position, since, seen: seen.slice(-MAX_SEEN) },
  }
}
