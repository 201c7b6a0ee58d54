import { type Request, Router } from 'express'
import {
  type HubspotEvents,
  parseHubspotEvents,
  verifyHubspotSignature,
} from '#connectors/hubspot/webhook.ts'
import { PermanentError } from '#src/errors.ts'
import type { HttpDeps } from './http-deps.ts'
import { bytesOf, rawBody } from './raw-body.ts'

/** HubSpot sends at most 100 events a request; a megabyte is a hundredfold of that. */
const LIMIT = '1mb'

/**
 * `POST /webhooks/hubspot`: verify, mark, answer. Events are hints that a record changed; what they
 * say about it is never stored.
 */
export function createHubspotWebhookRouter(deps: HttpDeps): Router {
  const router = Router()
  router.post('/hubspot', rawBody(LIMIT), async (request, response) => {
    const verdict = verdictOf(request, deps)
    if (verdict !== 'valid') {
      deps.log.warn('webhook refused', { crm: 'hubspot', reason: verdict })
      response.status(401).json({ error: `signature-${verdict}` })
      return
    }
    for (const events of parseHubspotEvents(parseJson(bytesOf(request.body)))) {
      await keepEvents(deps, events)
    }
    response.status(200).json({})
  })
  return router
}

function verdictOf(request: Request, deps: HttpDeps): string {
  const verdicts = deps.hubspotSecrets().map((secret) =>
    verifyHubspotSignature({
      method: request.method,
      uri: `${deps.publicUrl ?? originOf(request)}${request.originalUrl}`,
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

function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}`
}

/** One durable write; an event of a portal we do not know is none of our business but no error. */
async function keepEvents(deps: HttpDeps, events: HubspotEvents): Promise<void> {
  const portal = await deps.store.portals.find(events.portalId)
  if (portal === undefined) {
    deps.log.warn('webhook of an unknown portal ignored', { crm: 'hubspot' })
    return
  }
  if (events.forgotten.length > 0) {
    await deps.store.erasure.forget(portal.id, events.forgotten, 'privacy-deletion')
  }
  const refs = [...events.refs, ...events.deleted]
  if (refs.length > 0) await deps.store.marks.mark(portal.id, refs, 'event')
  if (refs.length > 0) await deps.kick(portal.id).catch(() => undefined)
  if (events.activities.length > 0) await deps.poll(portal.id).catch(() => undefined)
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new PermanentError('webhook-malformed', 'The body is not JSON.')
  }
}
