import { describe, expect, it } from 'vitest'
import { parseHubspotEvents } from '#connectors/hubspot/webhook.ts'
import { HUBSPOT_FIELDS } from '#src/privacy/hubspot-fields.ts'
import { Webhooks } from './meta-schemas.ts'
import { readMetaFiles } from './project-files.ts'

const meta = (await readMetaFiles()).find(({ type }) => type === 'webhooks')
const { subscriptions, settings } = Webhooks.parse(meta?.config)
const { crmObjects, legacyCrmObjects, hubEvents } = subscriptions
const all = [...crmObjects, ...legacyCrmObjects, ...hubEvents]
const classicProperties = (object: string): string[] =>
  legacyCrmObjects
    .filter(({ subscriptionType }) => subscriptionType === `${object}.propertyChange`)
    .map(({ propertyName }) => propertyName ?? '')

describe('the webhook subscriptions', () => {
  it.each([['contact'], ['company']] as const)(
    'cover every allow-listed %s property and no other',
    (object) => {
      // What the connector makes of subscription statuses is no property.
      const allowed = (HUBSPOT_FIELDS[object] ?? [])
        .map(({ field }) => field)
        .filter((field) => field !== 'email_subscription_status')

      expect(allowed.length).toBeGreaterThan(3)
      expect(classicProperties(object).toSorted()).toEqual(allowed.toSorted())
    },
  )

  it('name no property of ours but the one reps write, or our own writes would come back', () => {
    const ours = all
      .flatMap((one) => ('propertyName' in one ? [one.propertyName ?? ''] : []))
      .filter((name) => name.startsWith('leadwell_'))

    expect(ours).toEqual(['leadwell_feedback'])
  })

  it.each([['contact'], ['company'], ['deal']])('hear of every other change of a %s', (object) => {
    const kinds = legacyCrmObjects
      .map(({ subscriptionType }) => subscriptionType.split('.'))
      .filter(([subject, kind]) => subject === object && kind !== 'propertyChange')
      .map(([, kind = '']) => kind)

    expect(kinds.toSorted()).toEqual([
      'associationChange',
      'creation',
      'deletion',
      'merge',
      'restore',
    ])
  })

  it('hear of activities and of what the allow-list reads of them', () => {
    const objects = [
      ['call', 'call'],
      ['email', 'email'],
      ['meeting_event', 'meeting'],
      ['communication', 'communication'],
    ] as const

    expect(new Set(crmObjects.map(({ objectType }) => objectType))).toEqual(
      new Set(objects.map(([objectType]) => objectType)),
    )
    for (const [objectType, source] of objects) {
      const of = crmObjects.filter((one) => one.objectType === objectType)
      const named = of.flatMap(({ propertyName }) => propertyName ?? [])
      const allowed = HUBSPOT_FIELDS[source]?.map(({ field }) => field) ?? []
      expect(of.map(({ subscriptionType }) => subscriptionType)).toContain('object.creation')
      // When an activity was made never changes.
      expect(named.toSorted()).toEqual(
        allowed.filter((field) => field !== 'hs_createdate').toSorted(),
      )
    }
  })

  it('hear of privacy deletions', () => {
    expect(hubEvents).toEqual([{ subscriptionType: 'contact.privacyDeletion', active: true }])
  })

  it('are all switched on, each once, and fewer than HubSpot allows an app', () => {
    expect(all.every(({ active }) => active)).toBe(true)
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length)
    expect(all.length).toBeLessThanOrEqual(1_000)
  })

  it('are sent where the service listens, and what they send about people is understood', () => {
    expect(settings.targetUrl).toBe('https://leadwell.example.org/webhooks/hubspot')
    const people = [...legacyCrmObjects, ...hubEvents].filter(
      ({ subscriptionType }) => !subscriptionType.startsWith('deal.'),
    )
    for (const { subscriptionType, ...rest } of people) {
      const propertyName = 'propertyName' in rest ? rest.propertyName : undefined
      const [events] = parseHubspotEvents([
        {
          portalId: 1,
          subscriptionType,
          propertyName,
          objectId: 7,
          fromObjectId: 7,
          toObjectId: 8,
          associationType: 'CONTACT_TO_COMPANY',
        },
      ])
      const seen = [events?.refs, events?.deleted, events?.forgotten].flatMap((refs) => refs ?? [])
      expect(seen.map(({ id }) => id)).toContain('7')
    }
  })
})
