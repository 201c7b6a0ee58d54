import { XMLBuilder } from 'fast-xml-parser'
import type { Org } from '../org.ts'
import { USERS } from '../org.ts'
import { presentValue } from '../soql/present-row.ts'

export interface Notification {
  /** Stays the same when the notification is sent again. */
  readonly id: string
  readonly object: string
  readonly recordId: string
}

const FIELDS = ['SystemModstamp', 'OwnerId'] as const
const HOST = 'https://leadwell-sandbox.my.salesforce.com'

const builder = new XMLBuilder({
  ignoreAttributes: false,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
})

/**
 * Up to 100 notifications of one object in one envelope, with the values the records have now
 * (SOAP API guide, "Outbound Messaging": not the values at the time of the change). The session id
 * is always empty since Salesforce took it out in 2026.
 */
export function notificationEnvelope(
  org: Org,
  actionId: string,
  notifications: readonly Notification[],
): string {
  const [first] = notifications
  const xml: unknown = builder.build({
    'soapenv:Envelope': {
      '@_xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
      '@_xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
      '@_xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'soapenv:Body': {
        notifications: {
          '@_xmlns': 'http://soap.sforce.com/2005/09/outbound',
          OrganizationId: org.id,
          ActionId: actionId,
          SessionId: { '@_xsi:nil': 'true' },
          EnterpriseUrl: `${HOST}/services/Soap/c/67.0/${org.id.slice(0, 15)}`,
          PartnerUrl: `${HOST}/services/Soap/u/67.0/${org.id.slice(0, 15)}`,
          Notification: notifications.map(({ id, object, recordId }) => ({
            Id: id,
            sObject: {
              '@_xsi:type': `sf:${first?.object ?? object}`,
              '@_xmlns:sf': 'urn:sobject.enterprise.soap.sforce.com',
              'sf:Id': recordId,
              ...presentFields(org, object, recordId),
            },
          })),
        },
      },
    },
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(xml)}`
}

function presentFields(org: Org, objectName: string, recordId: string): object {
  const object = org.schema.object(objectName)
  const row = org.records.get(objectName, recordId)
  if (object === undefined || row === undefined) return {}
  const values = FIELDS.flatMap((name) => {
    const def = org.access.field(USERS.integration, object, name)
    const value = row[name] ?? null
    if (def === undefined || value === null) return []
    const shown = presentValue(def, value)
    // SOAP writes UTC with a Z where REST writes +0000.
    return [[`sf:${name}`, String(shown).replace('+0000', 'Z')]]
  })
  return Object.fromEntries(values)
}
