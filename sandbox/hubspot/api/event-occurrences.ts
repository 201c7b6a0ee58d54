import { CONTACTS } from '#sandbox/hubspot/portal/object-types.ts'
import { invalid } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiContext, type ApiHandler, limitOf } from './api-context.ts'
import type { Tier } from './rate-limit.ts'
import { requireEnterprise } from './tiers.ts'
import { requireScopes } from './tokens.ts'

interface Visit {
  readonly contactId: string
  readonly at: number
  readonly url: string
}

/** Page views one by one, with all HubSpot knows of each ("Events" guide); Enterprise only. */
export function occurrencesHandler({ state }: ApiContext, tier: Tier): ApiHandler {
  let visits: readonly Visit[] | undefined
  const gather = (): Visit[] =>
    state
      .table(CONTACTS)
      .all.flatMap(({ id, person }) =>
        (person?.activities ?? []).flatMap((activity) =>
          activity.kind === 'page-viewed'
            ? [{ contactId: id, at: activity.at, url: activity.url }]
            : [],
        ),
      )
  return (call) => {
    requireScopes(call.token, ['oauth'])
    requireEnterprise(tier)
    if (call.query['eventType'] === undefined && call.query['objectId'] === undefined) {
      throw invalid('Either eventType or objectType and objectId must be given')
    }
    visits ??= gather().toSorted((a, b) => a.at - b.at)
    const after = call.query['occurredAfter']
    const from = typeof after === 'string' ? Date.parse(after) : 0
    const wanted = call.query['eventType'] === 'e_visited_page' ? visits : []
    const matching = wanted.filter(({ at }) => at >= from)
    const limit = limitOf(call.query['limit'], { otherwise: 20, most: 100 })
    const start = Number(call.query['after'] ?? 0)
    const end = start + limit
    const paging = end < matching.length && { paging: { next: { after: String(end) } } }
    return {
      status: 200,
      body: { results: matching.slice(start, end).map(occurrenceJson), ...paging },
    }
  }
}

function occurrenceJson({ contactId, at, url }: Visit): unknown {
  return {
    id: `${contactId}-${at}`,
    eventType: 'e_visited_page',
    objectType: 'CONTACT',
    objectId: contactId,
    occurredAt: new Date(at).toISOString(),
    properties: { hs_url: url, hs_browser: 'Chrome', hs_city: 'Springfield' },
  }
}
