import type { RecordRef } from '#src/ports.ts'
import { malformed, parseStrictXml, type XmlElement } from './outbound/strict-xml.ts'
import { refOf, toLongId } from './schema/record-id.ts'

export interface OutboundMessage {
  /** 18 characters. Not a secret: anyone may claim it. */
  readonly organizationId: string
  /** Who to look at again. The values sent along are dropped unread. */
  readonly refs: readonly RecordRef[]
  /** Notifications about something else that name no person: a poll finds whom they are about. */
  readonly unnamed: number
}

/** SOAP API guide, "Outbound Messaging Notifications": at most 100 in one message. */
const MOST_NOTIFICATIONS = 100
const ORGANISATION_PREFIX = '00D'
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const OUTBOUND = 'http://soap.sforce.com/2005/09/outbound'
const SOBJECT = 'urn:sobject.enterprise.soap.sforce.com'

/** Fields by which tasks, events, campaign members and contact roles name their person. */
const PERSON_FIELDS = ['WhoId', 'LeadId', 'ContactId'] as const

/**
 * What Salesforce takes as "received" for the whole message (SOAP API guide, "Outbound Messaging
 * WSDL", `notificationsResponse`); sent as `text/xml; charset=UTF-8`.
 */
export const OUTBOUND_ACK =
  '<?xml version="1.0" encoding="UTF-8"?>' +
  `<soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Body>` +
  `<notificationsResponse xmlns="${OUTBOUND}"><Ack>true</Ack></notificationsResponse>` +
  '</soapenv:Body></soapenv:Envelope>'

/** Reads an outbound message; throws PermanentError `webhook-malformed` for anything else. */
export function parseOutboundMessage(rawBody: Buffer): OutboundMessage {
  const envelope = parseStrictXml(rawBody)
  if (envelope.name !== 'Envelope' || envelope.namespace !== SOAP) throw malformed('no envelope')
  const notifications = only(only(envelope, 'Body', SOAP), 'notifications', OUTBOUND)
  const organizationId = idIn(only(notifications, 'OrganizationId', OUTBOUND))
  if (!organizationId.startsWith(ORGANISATION_PREFIX)) throw malformed('no organisation id')
  const list = notifications.all('Notification', OUTBOUND)
  if (list.length === 0 || list.length > MOST_NOTIFICATIONS) {
    throw malformed(`not 1 to ${MOST_NOTIFICATIONS} notifications`)
  }
  const named = list.map((notification) => peopleOf(only(notification, 'sObject', OUTBOUND)))
  const distinct = new Map(named.flat().map((ref) => [ref.id, ref]))
  return {
    organizationId,
    refs: [...distinct.values()],
    unnamed: named.filter((refs) => refs.length === 0).length,
  }
}

/** The record itself where we score such; else the people it says it is about. */
function peopleOf(sobject: XmlElement): readonly RecordRef[] {
  const record = refOf(idIn(only(sobject, 'Id', SOBJECT)))
  if (record !== undefined) return [record]
  return PERSON_FIELDS.flatMap((field) => sobject.all(field, SOBJECT))
    .filter(({ text }) => text !== '')
    .flatMap((element) => refOf(idIn(element)) ?? [])
}

function only(parent: XmlElement, name: string, namespace: string): XmlElement {
  const [found, ...more] = parent.all(name, namespace)
  if (found === undefined || more.length > 0) throw malformed(`not one ${name}`)
  return found
}

function idIn({ text, name }: XmlElement): string {
  const id = toLongId(text)
  if (id === undefined) throw malformed(`no id in ${name}`)
  return id
}
