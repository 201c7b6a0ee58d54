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
/** A position's `reachedAt` while there is more to read right behind it. */
const CUT_SHORT = 0

/** What an occurrence says of the page and the browser is not looked at. */
const Occurrence = z.object({
  id: Id,
  objectId: Id,
  objectType: z.string().optional().catch(undefined),
  occurredAt: z.unknown(),
})
type Occurrence = z.infer<typeof Occurrence>
const OccurrencePage = z.object({ results: z.array(Occurrence), paging: Paging })

type VisitDeps = Pick<ReadDeps, 'transport' | 'sources'> & { readonly now: () => number }

/**
 * The contacts who visited a page since, where the portal's tier tells. The visit itself is told by the
 * contact's own history; this only says early whom to look at. A round that was cut short goes on where it
 * stopped, without the overlap: that alone could be all a round ever gets through.
 */
export async function readVisitors(
  deps: VisitDeps,
  position: Position,
): Promise<{ contactIds: readonly string[]; position: Position }> {
  const wasCut = position.reachedAt === CUT_SHORT
  const { all, complete } = await readOccurrences(deps, startOf(position))
  const met = new Set(position.seen)
  const fresh = all.filter(({ id }) => !met.has(id))
  const latest = Math.max(position.since, ...fresh.map(stampOf))
  // As many of one instant as a round reads would be all it ever sees: then over them.
  const stuck = wasCut && !complete && latest === position.since
  const since = stuck ? latest + 1 : latest
  const recent = all.filter((one) => stampOf(one) >= since - OVERLAP_MS).map(({ id }) => id)
  // Without the overlap a round meets none of those it would know from the one before.
  const seen = complete && !wasCut ? recent : [...new Set([...position.seen, ...recent])]
  const contacts = fresh.filter(({ objectType }) => isContact(objectType))
  return {
    contactIds: [...new Set(contacts.map(({ objectId }) => objectId))],
    position: { since, reachedAt: complete ? deps.now() : CUT_SHORT, seen: seen.slice(-MAX_SEEN) },
  }
}

/** Of that instant there may be more than were read. */
function startOf({ since, reachedAt }: Position): number {
  return reachedAt === CUT_SHORT ? since - 1 : since - OVERLAP_MS
}

interface Round {
  readonly all: readonly Occurrence[]
  /** Whether there was no more to read. */
  readonly complete: boolean
}

/** Oldest first, a round's worth. */
async function readOccurrences(deps: VisitDeps, fromMs: number): Promise<Round> {
  const all: Occurrence[] = []
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
    if (answer === undefined) return { all, complete: after === undefined }
    const read = OccurrencePage.safeParse(answer.body).data
    if (read === undefined) deps.sources.giveUp('event-occurrences')
    all.push(...(read?.results ?? []))
    after = read?.paging?.next?.after
    if (after === undefined) return { all, complete: true }
  }
  return { all, complete: false }
}

function stampOf({ occurredAt }: Occurrence): number {
  return epochMs(occurredAt) ?? 0
}

function isContact(objectType: string | undefined): boolean {
  return objectType === undefined || ['CONTACT', '0-1'].includes(objectType.toUpperCase())
}
