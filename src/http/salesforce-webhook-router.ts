import { type NextFunction, type Request, type Response, Router } from 'express'
import {
  OUTBOUND_ACK,
  type OutboundMessage,
  parseOutboundMessage,
} from '#connectors/salesforce/webhook.ts'
import type { Portal } from '#src/ports.ts'
import { createAnnouncer } from './announcer.ts'
import type { HttpDeps } from './http-deps.ts'
import { bytesOf, rawBody } from './raw-body.ts'
import { createTally, type Tally } from './tally.ts'

/** Salesforce sends at most 100 notifications a message. */
const LIMIT = '2mb'
/** A key as the store makes them; anything else is no address of ours and asks nothing of the store. */
const ADDRESS = /^\/salesforce\/([A-Za-z0-9_-]{32})$/
const XML_TYPES = ['text/xml', 'application/xml', 'application/soap+xml']

type ByPortal = Response<unknown, { portal: Portal }>

/**
 * `POST /webhooks/salesforce/:key`: one acknowledgement covers the whole message, so all marks are
 * durable before it is given. Salesforce tries again for a day until then, whatever else we answer:
 * the other answers are for the admin, who sees them under "Outbound Message Delivery Status".
 */
export function createSalesforceWebhookRouter(deps: HttpDeps): Router {
  const refused = refusals(deps)
  const kick = createAnnouncer(deps.kick)
  const poll = createAnnouncer(deps.poll)
  const router = Router()
  router.post(
    ADDRESS,
    findPortal(deps, refused),
    requireXml(refused),
    rawBody(LIMIT),
    async (request: Request, response: ByPortal) => {
      const { portal } = response.locals
      const message = parseOutboundMessage(bytesOf(request.body))
      if (!isFrom(portal, message)) {
        refused.add(1, 'other-organisation')
        response.status(401).json({ error: 'other-organisation' })
        return
      }
      await deps.store.marks.mark(portal.id, message.refs, 'event')
      if (message.refs.length > 0) kick(portal.id)
      if (message.unnamed > 0) poll(portal.id)
      // As documented to the letter; `send` would write the charset its own way.
      response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8' }).end(OUTBOUND_ACK)
    },
  )
  return router
}

/**
 * A wrong key gets the answer of a path there is not, so that nobody learns which addresses exist, and
 * nothing of what it sent is read. A 401 would say "try another key here".
 */
function findPortal({ store }: HttpDeps, refused: Tally) {
  return async (request: Request, response: ByPortal, next: NextFunction): Promise<void> => {
    const portal = await store.portals.findByWebhookKey(String(request.params['0']))
    if (portal === undefined || portal.statusReason === 'erased') {
      refused.add(1, 'unknown-address')
      response.status(404).set('connection', 'close').json({ error: 'not-found' })
      return
    }
    response.locals.portal = portal
    next()
  }
}

/** What is not sent as XML in UTF-8 would be read as something else than its sender meant. */
function requireXml(refused: Tally) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(request.get('content-type') ?? '')?.[1]
    const isUtf8 = charset === undefined || charset.toLowerCase() === 'utf-8'
    if (request.is(XML_TYPES) !== false && isUtf8) {
      next()
      return
    }
    refused.add(1, 'not-xml')
    response.status(415).set('connection', 'close').json({ error: 'not-xml' })
  }
}

/** The key alone could leak with a URL; the organisation id alone is no secret. Both must fit. */
function isFrom(portal: Portal, message: OutboundMessage): boolean {
  return portal.id === `salesforce:${message.organizationId}`
}

function refusals({ log, now }: HttpDeps): Tally {
  return createTally(now, (messages, total, reason) =>
    log.warn('webhook refused', { crm: 'salesforce', messages, total, reason }),
  )
}
