import { expect, test } from 'vitest'
import { activitiesOf } from '#connectors/hubspot/reading/activities.ts'
import { signalsOf } from '#connectors/hubspot/reading/contact-signals.ts'
import { timelineOf } from '#connectors/hubspot/reading/timeline.ts'
import { CrmObject } from '#connectors/hubspot/transport/answers.ts'
import type { ActivityType } from '#connectors/hubspot/transport/paths.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'

const ALLOW_LIST = shippedAllowList('hubspot')
const AT = Date.UTC(2026, 9, 5, 9)
const iso = (ms: number): string => new Date(ms).toISOString()
const object = (properties: object, more: object = {}) =>
  CrmObject.parse({ id: '1', properties, ...more })
const told = (type: ActivityType, properties: object, more: object = {}) =>
  activitiesOf(ALLOW_LIST, type, object({ hs_timestamp: iso(AT), ...properties }, more))
const kinds = (type: ActivityType, properties: object) =>
  told(type, properties).map(({ kind }) => kind)

test.each([
  [{ hs_call_disposition: 'f240bbac-87c9-4f6e-bf70-924b57d47db7' }, ['call-connected']],
  [{ hs_call_disposition: 'b2cf5968-551e-4856-9783-52b3da59a7d0' }, ['call-no-answer']],
  [{ hs_call_disposition: '9d9162e7-6cf3-4944-bf63-4dff82258764' }, ['call-no-answer']],
  [{ hs_call_disposition: '17b47fee-58de-441e-a44c-c6300d46f273' }, []],
  [{ hs_call_disposition: 'custom-guid', hs_call_status: 'COMPLETED' }, ['call-connected']],
  [{ hs_call_status: 'NO_ANSWER' }, ['call-no-answer']],
  [{ hs_call_status: 'FAILED' }, []],
  [{}, []],
])('reads a call with %j as %j', (properties, expected) => {
  expect(kinds('calls', properties)).toEqual(expected)
})

test.each([
  ['INCOMING_EMAIL', ['email-replied']],
  ['EMAIL', []],
  ['FORWARDED_EMAIL', []],
])('reads an e-mail of direction %s as %j', (direction, expected) => {
  expect(kinds('emails', { hs_email_direction: direction })).toEqual(expected)
})

test('dates a meeting when it was booked and when it was held', () => {
  const heldAt = AT + 3_600_000
  const properties = {
    hs_createdate: iso(AT - 86_400_000),
    hs_meeting_start_time: iso(heldAt),
    hs_meeting_outcome: 'COMPLETED',
    hs_activity_type: 'Demo',
  }

  expect(told('meetings', properties)).toEqual([
    { kind: 'demo-booked', category: 'demo', at: AT - 86_400_000 },
    { kind: 'demo-attended', category: 'demo', at: heldAt },
  ])
})

test.each([
  [{ hs_meeting_outcome: 'NO_SHOW' }, ['meeting-booked', 'meeting-missed']],
  [{ hs_meeting_outcome: 'SCHEDULED' }, ['meeting-booked']],
  [{ hs_meeting_outcome: 'RESCHEDULED' }, ['meeting-booked']],
  [{ hs_meeting_outcome: 'CANCELED' }, []],
  [{ hs_activity_type: 'Consultation', hs_meeting_outcome: 'CANCELED' }, []],
  [
    { hs_activity_type: 'Consultation', hs_meeting_outcome: 'COMPLETED' },
    ['consult-booked', 'meeting-attended'],
  ],
])('reads a meeting with %j as %j', (properties, expected) => {
  expect(kinds('meetings', properties)).toEqual(expected)
})

test("dates a meeting by the object's own creation where the property is missing", () => {
  const meeting = told('meetings', {}, { createdAt: iso(AT - 1_000) })

  expect(meeting).toEqual([{ kind: 'meeting-booked', category: 'other', at: AT - 1_000 }])
})

test('counts a message only when it says that it came in', () => {
  expect(kinds('communications', { hs_communication_channel_type: 'SMS' })).toEqual([])
  expect(kinds('communications', { hs_communication_logged_from: 'CRM' })).toEqual([])
})

const history = (...entries: [unknown, number][]) =>
  entries.map(([value, timestamp]) => ({ value, timestamp: iso(timestamp) }))

test('makes one event of each distinct date in the history, and of the current one', () => {
  const contact = object(
    { hs_email_last_click_date: iso(AT) },
    {
      propertiesWithHistory: {
        hs_email_last_click_date: history(
          [iso(AT), AT + 50],
          [iso(AT - 5_000), AT],
          [iso(AT - 5_000), AT - 10],
          ['', AT - 20],
        ),
      },
    },
  )

  expect(signalsOf(ALLOW_LIST, contact)).toEqual([
    { kind: 'email-clicked', category: 'other', at: AT },
    { kind: 'email-clicked', category: 'other', at: AT - 5_000 },
  ])
})

test('keeps page views as categories, the latest one once', () => {
  const contact = object(
    {
      hs_analytics_last_url: 'https://example.com/pricing',
      hs_analytics_last_timestamp: iso(AT),
    },
    {
      propertiesWithHistory: {
        hs_analytics_last_url: history(
          ['https://example.com/pricing', AT + 2_000],
          ['https://example.com/careers', AT - 90_000],
        ),
      },
    },
  )

  expect(signalsOf(ALLOW_LIST, contact)).toEqual([
    { kind: 'page-viewed', category: 'pricing', at: AT + 2_000 },
    { kind: 'page-viewed', category: 'careers', at: AT - 90_000 },
  ])
})

test('gives each form submission the form that was named when it was made', () => {
  const before = AT - 86_400_000
  const contact = object(
    {
      recent_conversion_date: iso(AT),
      recent_conversion_event_name: 'Contact page: Request a callback',
    },
    {
      propertiesWithHistory: {
        recent_conversion_date: history([iso(AT), AT], [iso(before), before]),
        recent_conversion_event_name: history(
          ['Contact page: Request a callback', AT],
          ['Home: Newsletter', before + 10],
        ),
      },
    },
  )

  expect(signalsOf(ALLOW_LIST, contact)).toEqual([
    { kind: 'consult-requested', category: 'callback', at: AT },
    { kind: 'form-submitted', category: 'newsletter', at: before },
  ])
})

test('tells of the latest submission where there is no history', () => {
  const contact = object({
    recent_conversion_date: String(AT),
    recent_conversion_event_name: 'Pricing: Request a quote',
  })

  expect(signalsOf(ALLOW_LIST, contact)).toEqual([
    { kind: 'form-submitted', category: 'pricing', at: AT },
  ])
})

test('tells a reply once, though both the property and the e-mail tell of it', () => {
  const reply = { kind: 'email-replied', category: 'other', at: AT } as const

  const timeline = timelineOf(
    { signals: [{ ...reply, at: AT + 20_000 }], objects: [reply], attended: [] },
    AT + 60_000,
  )

  expect(timeline).toEqual([reply])
})

test('orders the timeline and leaves the future out', () => {
  const view = (at: number) => ({ kind: 'page-viewed', category: 'pricing', at }) as const

  const timeline = timelineOf(
    { signals: [view(AT + 1), view(AT), view(AT - 100_000)], objects: [], attended: [] },
    AT,
  )

  expect(timeline.map(({ at }) => at)).toEqual([AT - 100_000, AT])
})
