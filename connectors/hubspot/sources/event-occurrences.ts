import { z } from 'zod'
import type { Position } from '../changes/cursor.ts'
import type { ReadDeps } from '../reading/activity-reader.ts'
import { epochMs, Id, Paging } from '../transport/answers.ts'
import { PATHS } from '../transport/paths.ts'
import type { Call } from '../transport/transport.ts'

/** Marketing email is not among the events (HubSpot docs, "Events"); page views are. */
const PAGE_VIEW = 'e_visited_page'
const PAGE = 100
const MAX_PAGES = 50
/** Occurrences are listed some time after they happened. */
const OVERLAP_MS = 15 * 60_000
const MAX_SEEN = 10_000

/** What an occurrence says of the page and the browser is not looked at. */
const Occurrence = z.object({
  id: Id,
  objectId: Id,
  objectType: z.string().optional().catch(undefined),
  occurredAt: z.unknown(),
})
type Occurrence = z.infer<typeof Occurrence>
const OccurrencePage = z.object({ results: z.array(Occurrence), paging: Paging })

/**
 * The contacts who visited a page since, where the portal's tier tells. The visit itself is told by the
 * contact's own history; this only says early whom to look at.
 */
export async function readVisitors(
  deps: ReadDeps,
  position: Position,
): Promise<{ contactIds: readonly string[]; position: Position }> {
  const all = await readOccurrences(deps, position.since - OVERLAP_MS)
  const met = new Set(position.seen)
  const fresh = all.filter(({ id }) => !met.has(id))
  const since = Math.max(position.since, ...fresh.map(stampOf))
  const recent = all.filter((one) => stampOf(one) >= since - OVERLAP_MS).map(({ id }) => id)
  const contacts = fresh.filter(({ objectType }) => isContact(objectType))
  return {
    contactIds: [...new Set(contacts.map(({ objectId }) => objectId))],
    position: { ...position, since, seen: recent.slice(-MAX_SEEN) },
  }
}

async function readOccurrences(deps: ReadDeps, fromMs: number): Promise<readonly Occurrence[]> {
  const found: Occurrence[] = []
  let after: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const call: Call = {
      method: 'GET',
      path: PATHS.occurrences,
      pool: 'general',
      query: {
        eventType: PAGE_VIEW,
        occurredAfter: new Date(fromMs).toISOString(),
        sort: 'occurredAt',
        limit: String(PAGE),
        ...(after !== undefined && { after }),
      },
    }
    const answer = await deps.sources.attempt('event-occurrences', deps.transport, call)
    if (answer === undefined) break
    const read = OccurrencePage.safeParse(answer.body).data
    if (read === undefined) deps.sources.giveUp('event-occurrences')
    found.push(...(read?.results ?? []))
    after = read?.paging?.next?.after
    if (after === undefined) break
  }
  return found
}

function stampOf({ occurredAt }: Occurrence): number {
  return epochMs(occurredAt) ?? 0
}

function isContact(objectType: string | undefined): boolean {
  return objectType === undefined || ['CONTACT', '0-1'].includes(objectType.toUpperCase())
}
