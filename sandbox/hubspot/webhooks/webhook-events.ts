import type { ChangeEvent } from '#sandbox/hubspot/portal/mutation.ts'
import {
  CALLS,
  COMMUNICATIONS,
  COMPANIES,
  CONTACTS,
  DEALS,
  EMAILS,
  MEETINGS,
  objectTypeOf,
} from '#sandbox/hubspot/portal/object-types.ts'

/** One line of the app's webhook settings. */
export interface Subscription {
  /** `contact.creation`, `company.propertyChange`, `object.creation`, … */
  readonly subscriptionType: string
  readonly propertyName?: string
  /** For `object.*` only. */
  readonly objectTypeId?: string
}

/** Contact properties that say something about a lead; calculated ones never fire. */
const CONTACT_PROPERTIES = [
  'jobtitle',
  'email',
  'state',
  'lifecyclestage',
  'hs_lead_status',
  'hs_analytics_source',
  'inquiry_type',
  'requested_contact',
  'service_line',
  'insurance_verification_status',
  'hs_email_optout',
  'do_not_call',
  'sms_consent',
  'do_not_profile',
  'crisis_flag',
  'existing_patient',
  'age_band',
  'part2_consent',
  'hs_email_last_open_date',
  'hs_email_last_click_date',
  'hs_email_last_reply_date',
  'hs_analytics_last_timestamp',
  'associatedcompanyid',
  'leadwell_feedback',
]
const COMPANY_PROPERTIES = [
  'industry',
  'numberofemployees',
  'state',
  'self_insured',
  'organization_type',
]

export const DEFAULT_SUBSCRIPTIONS: readonly Subscription[] = [
  ...['creation', 'deletion', 'privacyDeletion', 'merge', 'associationChange'].map((kind) => ({
    subscriptionType: `contact.${kind}`,
  })),
  ...['creation', 'deletion', 'merge'].map((kind) => ({ subscriptionType: `company.${kind}` })),
  ...CONTACT_PROPERTIES.map((propertyName) => ({
    subscriptionType: 'contact.propertyChange',
    propertyName,
  })),
  ...COMPANY_PROPERTIES.map((propertyName) => ({
    subscriptionType: 'company.propertyChange',
    propertyName,
  })),
  ...[CALLS, EMAILS, MEETINGS, COMMUNICATIONS].map(({ id }) => ({
    subscriptionType: 'object.creation',
    objectTypeId: id,
  })),
]

const CLASSIC: readonly string[] = [CONTACTS.id, COMPANIES.id, DEALS.id]

/** The subscriptions an event answers to, by position in the list. */
export function subscribedTo(
  event: ChangeEvent,
  subscriptions: readonly Subscription[],
): readonly number[] {
  const classic = CLASSIC.includes(event.objectTypeId)
    ? `${objectTypeOf(event.objectTypeId).singular}.${event.kind}`
    : undefined
  return subscriptions.flatMap((subscription, at) => {
    const named = subscription.subscriptionType === classic
    const generic =
      subscription.subscriptionType === `object.${event.kind}` &&
      subscription.objectTypeId === event.objectTypeId
    const about = event.kind !== 'propertyChange' || subscription.propertyName === event.name
    return (named || generic) && about ? [at] : []
  })
}

/** What one event says, apart from the ids of its delivery ("Webhooks" guide, payloads). */
export function eventDetails(
  event: ChangeEvent,
  subscription: Subscription,
): Record<string, unknown> {
  const generic = subscription.subscriptionType.startsWith('object.')
  const association = event.kind === 'associationChange'
  return {
    occurredAt: event.at,
    subscriptionType: subscription.subscriptionType,
    ...(!association && { objectId: Number(event.objectId) }),
    ...(generic && !association && { objectTypeId: event.objectTypeId }),
    ...event.source,
    ...kindDetails(event, generic),
  }
}

function kindDetails(event: ChangeEvent, generic: boolean): Record<string, unknown> {
  switch (event.kind) {
    case 'creation':
      return { changeFlag: 'NEW' }
    case 'deletion':
      return { changeFlag: 'DELETED' }
    case 'privacyDeletion':
      return {}
    case 'propertyChange':
      return {
        propertyName: event.name,
        propertyValue: event.value,
        ...(generic && { isSensitive: event.value === 'REDACTED' }),
      }
    case 'merge':
      return {
        primaryObjectId: Number(event.primaryId),
        mergedObjectIds: [Number(event.mergedId)],
        newObjectId: Number(event.objectId),
        numberOfPropertiesMoved: event.moved,
      }
    case 'associationChange': {
      const { from, to, fromId, toId } = event.ends
      const names = [from, to].map((id) => objectTypeOf(id).singular.toUpperCase())
      return {
        associationType: names.join('_TO_'),
        fromObjectId: Number(fromId),
        toObjectId: Number(toId),
        associationRemoved: event.removed,
        isPrimaryAssociation: event.primary,
        ...(generic && { fromObjectTypeId: from, toObjectTypeId: to }),
      }
    }
  }
}
