import { describe, expect, test } from 'vitest'
import { activitiesOf } from '#connectors/salesforce/reading/activities.ts'
import type { ActivitySource } from '#connectors/salesforce/schema/sobjects.ts'
import { allowIn, codes } from '#src/privacy/allow.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { NOW } from './harness.ts'

const allowList = shippedAllowList('salesforce')
const coding = (source: ActivitySource) => {
  const fields = (allowList.fields[source] ?? []).map(({ field }) => field)
  return { source, allowList, fields }
}
const CREATED = '2026-11-01T10:00:00.000+0000'
const DONE = '2026-11-03T10:00:00.000+0000'
const at = (iso: string) => Date.parse(iso.replace('+0000', 'Z'))

describe('a task', () => {
  const task = (more: object) =>
    activitiesOf(coding('task'), { IsClosed: true, CreatedDate: CREATED, ...more }, NOW)

  test('that is a done call says whether somebody was reached', () => {
    const connected = task({ TaskSubtype: 'Call', CallDisposition: 'Connected' })
    const voicemail = task({ TaskSubtype: 'Call', CallDisposition: 'Left voicemail' })

    expect(connected).toEqual([{ kind: 'call-connected', category: 'other', at: at(CREATED) }])
    expect(voicemail).toMatchObject([{ kind: 'call-no-answer' }])
  })

  test('happened when it was completed, not when it was due', () => {
    const [call] = task({
      TaskSubtype: 'Call',
      CallDisposition: 'Connected',
      CompletedDateTime: DONE,
      ActivityDate: '2027-05-01',
    })

    expect(call?.at).toBe(at(DONE))
  })

  test('that is open, or a call nobody knows the outcome of, says nothing', () => {
    expect(task({ TaskSubtype: 'Call', CallDisposition: 'Connected', IsClosed: false })).toEqual([])
    expect(task({ TaskSubtype: 'Call' })).toEqual([])
  })

  test('that is an e-mail counts as a reply only when it came in', () => {
    expect(task({ TaskSubtype: 'Email', CallType: 'Inbound' })).toMatchObject([
      { kind: 'email-replied' },
    ])
    expect(task({ TaskSubtype: 'Email', CallType: 'Outbound' })).toEqual([])
    expect(task({ TaskSubtype: 'Email' })).toEqual([])
  })

  test('of any other kind, whatever its subject says, is nothing', () => {
    expect(task({ TaskSubtype: 'Task', Subject: 'Call: connected' })).toEqual([])
  })
})

describe('an event', () => {
  const START = '2026-11-10T15:00:00.000+0000'
  const event = (more: object) =>
    activitiesOf(coding('event'), { CreatedDate: CREATED, StartDateTime: START, ...more }, NOW)

  test.each([
    ['Demo', 'demo-booked'],
    ['Consult', 'consult-booked'],
    ['Intake', 'consult-booked'],
    ['Meeting', 'meeting-booked'],
    [null, 'meeting-booked'],
  ])('of type %s was booked as %s, and nobody says who came', (type, booked) => {
    const activities = event({ Type: type })

    expect(activities.map(({ kind, at: time }) => [kind, time])).toEqual([[booked, at(CREATED)]])
  })

  test.each([
    ['Completed', ['demo-booked', 'demo-attended']],
    ['No show', ['demo-booked', 'meeting-missed']],
    ['Cancelled', []],
    ['Scheduled', ['demo-booked']],
    [null, ['demo-booked']],
  ])('whose outcome an organisation keeps as %s says so', (outcome, kinds) => {
    const own = allowIn('event')('Outcome__c', 'outcome', codes('meeting-outcome'))
    const list = { ...allowList, fields: { event: [...(allowList.fields.event ?? []), own] } }
    const { fields } = coding('event')
    const row = { Type: 'Demo', Outcome__c: outcome, CreatedDate: CREATED, StartDateTime: START }

    const activities = activitiesOf(
      { source: 'event', allowList: list, fields: [...fields, 'Outcome__c'] },
      row,
      NOW,
    )

    expect(activities.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('copied for an invited colleague is not counted again', () => {
    expect(event({ IsChild: true })).toEqual([])
  })
})

describe('a campaign member', () => {
  const member = (more: object) =>
    activitiesOf(
      coding('campaign-member'),
      {
        HasResponded: true,
        CreatedDate: CREATED,
        FirstRespondedDate: '2026-11-05',
        ...more,
      },
      NOW,
    )

  test('of a webinar registered, and attended on the day of the response', () => {
    const activities = member({ Campaign: { Type: 'Webinar' } })

    expect(activities).toEqual([
      { kind: 'webinar-registered', category: 'webinar', at: at(CREATED) },
      { kind: 'webinar-attended', category: 'webinar', at: Date.UTC(2026, 10, 5, 12) },
    ])
  })

  test('of another campaign responded to it', () => {
    expect(member({ Campaign: { Type: 'Conference' } })).toMatchObject([
      { kind: 'campaign-responded' },
    ])
    expect(member({ Campaign: null })).toMatchObject([{ kind: 'campaign-responded' }])
  })

  test('of a download took the content', () => {
    expect(member({ Campaign: { Type: 'Content' } })).toMatchObject([
      { kind: 'content-downloaded', category: 'resources' },
    ])
  })

  test('who only was put on the list did nothing', () => {
    expect(member({ HasResponded: false, Campaign: { Type: 'Webinar' } })).toEqual([])
  })

  test('who responded this morning did so today, not in the future', () => {
    const morning = Date.UTC(2026, 10, 20, 8)

    const activities = activitiesOf(
      coding('campaign-member'),
      { HasResponded: true, CreatedDate: CREATED, FirstRespondedDate: '2026-11-20' },
      morning,
    )

    expect(activities).toMatchObject([{ at: Date.UTC(2026, 10, 20) }])
  })
})
