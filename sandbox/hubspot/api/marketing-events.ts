import type { RequestHandler } from 'express'
import { CONTACTS } from '#sandbox/hubspot/portal/object-types.ts'
import { notFound } from '#sandbox/hubspot/portal/refusal.ts'
import type { Population, SeedActivity, SeedPerson } from '#sandbox/seed/population.ts'
import { type ApiCall, type ApiContext, type ApiHandler, limitOf, linkWith } from './api-context.ts'
import { requireScopes } from './tokens.ts'

type Webinar = Extract<SeedActivity, { kind: 'webinar' }>
interface Guest {
  readonly person: SeedPerson
  readonly webinar: Webinar
}

const SCOPE = 'crm.objects.marketing_events.read'
const MONTH_MS = 30 * 86_400_000
const FIRST_ID = 71_000_000_001

/** One event a month, made of the webinars people registered for. */
function createEvents(population: Population): () => ReadonlyMap<string, readonly Guest[]> {
  let events: Map<string, Guest[]> | undefined
  return () => {
    if (events !== undefined) return events
    const guests = population.people.flatMap((person) =>
      person.activities.flatMap((activity) =>
        activity.kind === 'webinar' ? [{ person, webinar: activity }] : [],
      ),
    )
    events = new Map()
    for (const guest of guests) {
      const month = Math.floor(guest.webinar.at / MONTH_MS)
      const id = String(FIRST_ID + month)
      events.set(id, [...(events.get(id) ?? []), guest])
    }
    return events
  }
}

/** "Marketing events" guide: the list, and who took part in one of them. */
export function marketingEventHandlers(
  context: ApiContext,
  population: Population,
): { list: RequestHandler; breakdown: RequestHandler } {
  const events = createEvents(population)
  const contactIds = contactIdsByPerson(context)
  return {
    list: context.route('marketing-events', (call) => {
      requireScopes(call.token, [SCOPE])
      return page(
        call,
        [...events()].map(([id, guests]) => eventJson(id, guests)),
      )
    }),
    breakdown: context.route('marketing-events', (call) => {
      requireScopes(call.token, [SCOPE])
      const id = call.params['id'] ?? ''
      const guests = events().get(id)
      if (guests === undefined) throw notFound('No marketing event has this id')
      return page(
        call,
        guests.map((guest, index) =>
          participationJson(guest, {
            id: `${id}-${index}`,
            contactId: contactIds().get(guest.person),
          }),
        ),
      )
    }),
  }
}

/** Seeded contacts by the person behind them. */
function contactIdsByPerson({ state }: ApiContext): () => ReadonlyMap<SeedPerson, string> {
  let ids: Map<SeedPerson, string> | undefined
  return () => {
    ids ??= new Map(
      state
        .table(CONTACTS)
        .all.flatMap((record) =>
          record.person === undefined ? [] : [[record.person, record.id] as const],
        ),
    )
    return ids
  }
}

function eventJson(objectId: string, guests: readonly Guest[]): unknown {
  const times = guests.map(({ webinar }) => webinar.at)
  const start = new Date(Math.min(...times)).toISOString()
  const end = new Date(Math.max(...times)).toISOString()
  return {
    objectId,
    eventName: 'Caring at work',
    eventType: 'WEBINAR',
    customProperties: [],
    startDateTime: start,
    endDateTime: end,
    createdAt: start,
    updatedAt: end,
  }
}

function participationJson(
  { person, webinar }: Guest,
  { id, contactId }: { id: string; contactId: string | undefined },
): unknown {
  return {
    id,
    createdAt: new Date(webinar.registeredAt).toISOString(),
    associations: {
      contact: {
        contactId: contactId ?? '0',
        email: person.email,
        firstname: person.firstName,
        lastname: person.lastName,
      },
      marketingEvent: { marketingEventId: id.split('-')[0], name: 'Caring at work' },
    },
    properties: {
      occurredAt: webinar.at,
      attendanceState: webinar.attended ? 'ATTENDED' : 'NO_SHOW',
    },
  }
}

function page(call: ApiCall, all: readonly unknown[]): ReturnType<ApiHandler> {
  const limit = limitOf(call.query['limit'], { otherwise: 10, most: 100 })
  const start = Number(call.query['after'] ?? 0)
  const end = start + limit
  const after = String(end)
  const paging = end < all.length && { paging: { next: { after, link: linkWith(call, after) } } }
  return { status: 200, body: { results: all.slice(start, end), total: all.length, ...paging } }
}
