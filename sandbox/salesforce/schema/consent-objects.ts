import { field, lookup, picklist, text } from './field.ts'
import { type ObjectDef, object } from './object.ts'

const REQUIRED = { required: true, restricted: true }
const CONTACT_POINTS = ['Email', 'MailingAddress', 'Phone', 'Social', 'Web']

/** Object Reference, "ContactPointTypeConsent": one way to reach an Individual, for one purpose. */
const contactPointTypeConsent = (): ObjectDef =>
  object('ContactPointTypeConsent', '0ZX', [
    text('Name', 255, { required: true }),
    lookup('PartyId', ['Individual'], { required: true }),
    lookup('DataUsePurposeId', ['DataUsePurpose']),
    picklist('ContactPointType', CONTACT_POINTS, REQUIRED),
    picklist('PrivacyConsentStatus', ['NotSeen', 'Seen', 'OptIn', 'OptOut'], REQUIRED),
    field('EffectiveFrom', 'datetime'),
    field('EffectiveTo', 'datetime'),
    field('CaptureDate', 'datetime'),
    picklist('CaptureContactPointType', CONTACT_POINTS),
    text('CaptureSource', 255),
  ])

const dataUsePurpose = (): ObjectDef =>
  object('DataUsePurpose', '0ZW', [text('Name', 255, { required: true })])

/** Who agreed to be reached how, beside the flags on the Individual. */
export const consentObjects = (): readonly ObjectDef[] => [
  contactPointTypeConsent(),
  dataUsePurpose(),
]
