import { SUBSCRIPTIONS_PROBE } from '../reading/subscriptions.ts'
import { ACTIVITY_TYPES, PATHS } from '../transport/paths.ts'
import type { Call, Transport } from '../transport/transport.ts'
import type { SourceName } from './source-table.ts'
import type { Sources } from './sources.ts'

const look = (path: string, query: Readonly<Record<string, string>> = {}): Call => ({
  method: 'GET',
  path,
  pool: 'general',
  query: { limit: '1', ...query },
})
/** A record answers with an address where no property is named. */
const ONE = { properties: 'hs_object_id' }

/** The smallest question each source answers; whoever may not ask it is refused before it is read. */
const PROBES: readonly (readonly [SourceName, Call])[] = [
  ['contacts', look(PATHS.list('contacts'), ONE)],
  ['companies', look(PATHS.list('companies'), ONE)],
  ...ACTIVITY_TYPES.map((type) => [type, look(PATHS.list(type), ONE)] as const),
  ['form-submissions', look(PATHS.forms[1])],
  ['marketing-events', look(PATHS.marketingEvents)],
  ['event-occurrences', look(PATHS.occurrences, { eventType: 'e_visited_page' })],
  ['subscription-statuses', SUBSCRIPTIONS_PROBE],
]

/** Asks every source once, so that a process that has read nothing yet can tell what is missing. */
export async function probeSources(sources: Sources, transport: Transport): Promise<void> {
  for (const [source, call] of PROBES) {
    await sources.attempt(source, transport, { ...call, accept: [400] })
  }
}
