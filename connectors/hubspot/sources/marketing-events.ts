import { z } from 'zod'
import type { Activity, ActivityKind } from '#src/ports.ts'
import { epochMs, Id, Paging } from '../transport/answers.ts'
import { inParallel } from '../transport/in-parallel.ts'
import { PATHS } from '../transport/paths.ts'
import type { Call, Transport } from '../transport/transport.ts'
import type { Sources } from './sources.ts'

/** What one contact did about one event; `at` is epoch ms. */
interface Participation {
  readonly contactId: string
  readonly kind: ActivityKind
  readonly at: number
  /** When HubSpot came to know. */
  readonly notedAt: number
}

/** Who took part in the portal's marketing events. */
export interface Attendance {
  /** By contact id; empty where the portal does not tell. */
  byContact(): Promise<ReadonlyMap<string, readonly Activity[]>>
  /** Everything known, to find what is new in. */
  participations(): Promise<readonly Participation[]>
}

interface AttendanceDeps {
  readonly transport: Transport
  readonly sources: Sources
  readonly now: () => number
}

const PAGE = 100
const MAX_PAGES = 200
const KEEP_MS = 15 * 60_000
/** Who attended is often entered days later. */
const SETTLED_AFTER_MS = 14 * 86_400_000

const EventPage = z.object({
  results: z.array(
    z.object({
      objectId: Id,
      updatedAt: z.unknown().optional(),
      createdAt: z.unknown().optional(),
      startDateTime: z.unknown().optional(),
      endDateTime: z.unknown().optional(),
    }),
  ),
  paging: Paging,
})
type MarketingEvent = z.infer<typeof EventPage>['results'][number]

/** Names and addresses that come along end here. */
const ParticipationPage = z.object({
  results: z.array(
    z.object({
      createdAt: z.unknown().optional(),
      associations: z.object({ contact: z.object({ contactId: Id }) }),
      properties: z.object({
        occurredAt: z.unknown().optional(),
        attendanceState: z.string().optional().catch(undefined),
      }),
    }),
  ),
  paging: Paging,
})
type ParticipationRow = z.infer<typeof ParticipationPage>['results'][number]

/**
 * Keeps who took part in what, as HubSpot tells it by event or by contact and a call for each contact
 * would cost a hundred times as much. An event is read when it is met, when it changed, and until two
 * weeks after it.
 */
export function createAttendance(deps: AttendanceDeps): Attendance {
  const known = new Map<string, { stamp: string; rows: readonly Participation[] }>()
  let loading: Promise<Loaded> | undefined
  let loadedAt = Number.NEGATIVE_INFINITY

  const refresh = async (): Promise<Loaded> => {
    const events = await readEvents(deps)
    const ids = new Set(events.map(({ objectId }) => objectId))
    for (const id of known.keys()) if (!ids.has(id)) known.delete(id)
    const due = events.filter((event) => isDue(event, known.get(event.objectId)?.stamp, deps.now()))
    await inParallel(due, async (event) => {
      const rows = await readParticipations(deps, event)
      known.set(event.objectId, { stamp: stampOf(event), rows })
    })
    const rows = [...known.values()].flatMap((event) => event.rows)
    return { rows, byContact: activitiesByContact(rows) }
  }
  const load = async (): Promise<Loaded> => {
    if (loading === undefined || deps.now() - loadedAt >= KEEP_MS) {
      loadedAt = deps.now()
      loading = refresh()
      loading.catch(() => {
        loading = undefined
      })
    }
    return await loading
  }
  return {
    byContact: async () => (await load()).byContact,
    participations: async () => (await load()).rows,
  }
}

interface Loaded {
  readonly rows: readonly Participation[]
  readonly byContact: ReadonlyMap<string, readonly Activity[]>
}

function isDue(event: MarketingEvent, stamp: string | undefined, nowMs: number): boolean {
  if (stamp !== stampOf(event)) return true
  const until = epochMs(event.endDateTime) ?? epochMs(event.startDateTime) ?? nowMs
  return until > nowMs - SETTLED_AFTER_MS
}

function stampOf(event: MarketingEvent): string {
  return String(epochMs(event.updatedAt) ?? '')
}

async function readEvents(deps: AttendanceDeps): Promise<readonly MarketingEvent[]> {
  return await readPages(deps, PATHS.marketingEvents, EventPage)
}

async function readParticipations(
  deps: AttendanceDeps,
  { objectId }: MarketingEvent,
): Promise<readonly Participation[]> {
  const rows = await readPages(deps, PATHS.participations(objectId), ParticipationPage)
  return rows.flatMap(participation)
}

interface Page<T> {
  readonly results: readonly T[]
  readonly paging?: z.infer<typeof Paging>
}

async function readPages<T>(
  { transport, sources }: AttendanceDeps,
  path: string,
  schema: z.ZodType<Page<T>>,
): Promise<readonly T[]> {
  const found: T[] = []
  let after: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = { limit: String(PAGE), ...(after !== undefined && { after }) }
    const call: Call = { method: 'GET', path, pool: 'general', query }
    const gone = path === PATHS.marketingEvents ? call : { ...call, accept: [404] }
    const answer = await sources.attempt('marketing-events', transport, gone)
    if (answer === undefined || answer.status === 404) break
    const read = schema.safeParse(answer.body).data
    if (read === undefined) sources.giveUp('marketing-events')
    found.push(...(read?.results ?? []))
    after = read?.paging?.next?.after
    if (after === undefined) break
  }
  return found
}

/** Somebody who registered and did not come is told as after a meeting; who cancelled did nothing. */
const KINDS: Readonly<Record<string, ActivityKind>> = {
  REGISTERED: 'webinar-registered',
  ATTENDED: 'webinar-attended',
  NO_SHOW: 'meeting-missed',
}

function participation({ createdAt, associations, properties }: ParticipationRow): Participation[] {
  const kind = KINDS[properties.attendanceState ?? '']
  const notedAt = epochMs(createdAt)
  const at = epochMs(properties.occurredAt) ?? notedAt
  if (kind === undefined || at === undefined) return []
  return [
    { contactId: associations.contact.contactId, kind, at, notedAt: Math.max(at, notedAt ?? 0) },
  ]
}

function activitiesByContact(
  rows: readonly Participation[],
): ReadonlyMap<string, readonly Activity[]> {
  const byContact = new Map<string, Activity[]>()
  for (const { contactId, kind, at } of rows) {
    const acts = byContact.get(contactId) ?? []
    acts.push({ kind, category: 'webinar', at })
    byContact.set(contactId, acts)
  }
  return byContact
}
