import { Router } from 'express'
import {
  OUTBOUND_ACK,
  type OutboundMessage,
  parseOutboundMessage,
} from '#connectors/salesforce/webhook.ts'
import type { Portal } from '#src/ports.ts'
import type { HttpDeps } from './http-deps.ts'
import { bytesOf, rawBody } from './raw-body.ts'

/** Salesforce sends at most 100 notifications a message. */
const LIMIT = '2mb'

/**
 * `POST /webhooks/salesforce/:key`: one acknowledgement covers the whole message, so all marks are
 * durable before it is given. Salesforce tries again until then.
 */
export function createSalesforceWebhookRouter(deps: HttpDeps): Router {
  const router = Router()
  router.post('/salesforce/:key', rawBody(LIMIT), async (request, response) => {
    const portal = await deps.store.portals.findByWebhookKey(String(request.params.key))
    if (portal === undefined) {
      response.status(404).json({ error: 'not-found' })
      return
    }
    const message = parseOutboundMessage(bytesOf(request.body))
    if (!isFrom(portal, message)) {
      deps.log.warn('webhook refused', { crm: 'salesforce', reason: 'other-organisation' })
      response.status(401).json({ error: 'other-organisation' })
      return
    }
    await deps.store.marks.mark(portal.id, message.refs, 'event')
    await deps.kick(portal.id).catch(() => undefined)
    // As documented to the letter; `send` would write the charset its own way.
    response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8' }).end(OUTBOUND_ACK)
  })
  return router
}

/** The key alone could leak with a URL; the organisation id alone is no secret. Both must fit. */
function isFrom(portal: Portal, message: OutboundMessage): boolean {
  return portal.id === `salesforce:${message.organizationId}`
}
