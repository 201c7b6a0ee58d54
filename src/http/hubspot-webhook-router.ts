import { type Request, Router } from 'express'
import {
  type HubspotEvents,
  parseHubspotEvents,
  verifyHubspotSignature,
} from '#connectors/hubspot/webhook.ts'
import { PermanentError } from '#src/errors.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { createAnnouncer } from './announcer.ts'
import type { HttpDeps } from './http-deps.ts'
import { publicUriOf } from './public-uri.ts'
import { bytesOf, rawBody } from './raw-body.ts'
import { createWebhookCounters, type WebhookCounters } from './webhook-counters.ts'

/** HubSpot sends at most 100 events a request; a megabyte is a hundredfold of that. */
const LIMIT = '1mb'

/**
 * `POST /webhooks/hubspot`: verify, mark, answer. Events are hints that a record changed; what they
 * say about it is never stored. Nobody waits for Redis: the marks are durable, and a sweep finds them.
 */
export function createHubspotWebhookRouter(
  deps: HttpDeps,
  counters: WebhookCounters = createWebhookCounters(deps),
): Router {
  const kick = createAnnouncer(deps.kick)
  const poll = createAnnouncer(deps.poll)
  const router = Router()
  router.post('/hubspot', rawBody(LIMIT), async (request, response) => {
    const verdict = verdictOf(request, deps)
    if (verdict !== 'valid') {
      counters.refused.add(1, verdict)
      response.status(401).json({ error: `signature-${verdict}` })
      return
    }
    const told = parseHubspotEvents(parseJson(bytesOf(request.body)))
    const served = await servedBy(deps.store, told, counters)
    for (const portal of await keepEvents(deps.store, served)) kick(portal)
    for (const { portalId, activities } of served) if (activities.length > 0) poll(portalId)
    response.status(200).json({})
  })
  return router
}

function verdictOf(request: Request, deps: HttpDeps): string {
  const verdicts = deps.hubspotSecrets().map((secret) =>
    verifyHubspotSignature({
      method: request.method,
      uri: publicUriOf(request, deps.publicUrl),
      rawBody: bytesOf(request.body),
      signature: request.get('x-hubspot-signature-v3'),
      timestamp: request.get('x-hubspot-request-timestamp'),
      secret,
      nowMs: deps.now(),
    }),
  )
  if (verdicts.length === 0) return 'secret-not-configured'
  return verdicts.find((verdict) => verdict === 'valid') ?? verdicts[0] ?? 'wrong'
}

/** Another portal is none of our business but no error: HubSpot would send it again for a day. */
async function servedBy(
  store: Store,
  told: readonly HubspotEvents[],
  { unknownPortal }: WebhookCounters,
): Promise<readonly HubspotEvents[]> {
  const served: HubspotEvents[] = []
  for (const events of told) {
    const portal = await store.portals.find(events.portalId)
    // An erased portal keeps its row, and nothing about its records may come back to it.
    const isServed = portal !== undefined && portal.statusReason !== 'erased'
    if (isServed) served.push(events)
    else unknownPortal.add(events.events)
  }
  return served
}

interface PortalMarks {
  readonly portal: PortalId
  readonly refs: readonly RecordRef[]
}

/**
 * All marks of a delivery in one write, so that it is kept whole or sent again whole. Who is to be
 * forgotten goes first, on its own: twice does no harm. Returns the portals that have work.
 */
async function keepEvents(
  store: Store,
  served: readonly HubspotEvents[],
): Promise<readonly PortalId[]> {
  for (const { portalId, forgotten } of served) {
    if (forgotten.length > 0) await store.erasure.forget(portalId, forgotten, 'privacy-deletion')
  }
  const marks: PortalMarks[] = []
  for (const { portalId: portal, refs, deleted } of served) {
    if (refs.length + deleted.length > 0) marks.push({ portal, refs: [...refs, ...deleted] })
  }
  await markAll(store, marks)
  return marks.map(({ portal }) => portal)
}

/** Portals in one order for every delivery, or two of them could wait for each other. */
async function markAll(store: Store, marks: readonly PortalMarks[]): Promise<void> {
  const [first] = marks
  if (first === undefined) return
  if (marks.length === 1) {
    await store.marks.mark(first.portal, first.refs, 'event')
    return
  }
  const ordered = marks.toSorted((a, b) => (a.portal < b.portal ? -1 : 1))
  await store.transaction(async (inner) => {
    for (const { portal, refs } of ordered) await inner.marks.mark(portal, refs, 'event')
  })
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new PermanentError('webhook-malformed', 'The body is not JSON.')
  }
}
