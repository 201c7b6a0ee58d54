import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { RecordRef } from '#src/ports.ts'
import { refOf, toLongId } from './record-id.ts'

export interface OutboundMessage {
  /** 18 characters. Not a secret: anyone may claim it. */
  readonly organizationId: string
  /** Who to look at again. The values sent along are dropped unread. */
  readonly refs: readonly RecordRef[]
}

/** SOAP API guide, "Outbound Messaging Notifications": at most 100 in one message. */
const MOST_NOTIFICATIONS = 100
const ORGANISATION_PREFIX = '00D'
const OUTBOUND = 'http://soap.sforce.com/2005/09/outbound'

/**
 * What Salesforce takes as "received" for the whole message (SOAP API guide, "Outbound Messaging
 * WSDL", `notificationsResponse`); sent as `text/xml; charset=UTF-8`.
 */
export const OUTBOUND_ACK =
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
  `<notificationsResponse xmlns="${OUTBOUND}"><Ack>true</Ack></notificationsResponse>` +
  '</soapenv:Body></soapenv:Envelope>'

/** Declarations are where XML carries entities and outside references; Salesforce sends none. */
const DECLARATION = /<!(?!--|\[CDATA\[)/

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  isArray: (name) => name === 'Notification',
})

const Id = z.string().refine((id) => toLongId(id) !== undefined)
const Notification = z.object({
  sObject: z.object({ Id, WhoId: Id.or(z.literal('')).optional() }),
})
const Message = z.object({
  Envelope: z.object({
    Body: z.object({
      notifications: z.object({
        OrganizationId: Id.refine((id) => id.startsWith(ORGANISATION_PREFIX)),
        Notification: z.array(Notification).min(1).max(MOST_NOTIFICATIONS),
      }),
    }),
  }),
})

/** Reads an outbound message; throws PermanentError `webhook-malformed` for anything else. */
export function parseOutboundMessage(rawBody: Buffer): OutboundMessage {
  const message = Message.safeParse(parseXml(rawBody))
  if (!message.success) throw malformed('not an outbound message of at most 100 notifications')
  const { OrganizationId, Notification: notifications } = message.data.Envelope.Body.notifications
  const refs = notifications.flatMap(
    ({ sObject }) => refOf(sObject.Id) ?? refOf(sObject.WhoId) ?? [],
  )
  const distinct = new Map(refs.map((ref) => [ref.id, ref]))
  return { organizationId: toLongId(OrganizationId) ?? '', refs: [...distinct.values()] }
}

function parseXml(rawBody: Buffer): unknown {
  const xml = decode(rawBody)
  if (DECLARATION.test(xml)) throw malformed('declarations are not accepted')
  if (XMLValidator.validate(xml) !== true) throw malformed('not well-formed XML')
  try {
    return parser.parse(xml)
  } catch {
    throw malformed('unreadable XML')
  }
}

function decode(rawBody: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawBody)
  } catch {
    throw malformed('not UTF-8')
  }
}

function malformed(reason: string): PermanentError {
  return new PermanentError('webhook-malformed', `Outbound message refused: ${reason}.`)
}
