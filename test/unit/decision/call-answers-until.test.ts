import { describe, expect, it } from 'vitest'
import { callAnswersUntil } from '#src/decision/call-answers-until.ts'
import type { Activity, ActivityKind, Facts } from '#src/ports.ts'

const DAY = 86_400_000
const AT = Date.parse('2026-11-20T20:00:00Z')
const visit: Activity = { kind: 'page-viewed', category: 'blog', at: AT }
const reply = (at: number): Activity => ({ kind: 'email-replied', category: 'other', at })

describe('a call answers something', () => {
  it('for thirty days after the latest contact, in whatever order acts come', () => {
    const facts = { lastFormAt: AT - 9 * DAY }
    const activities = [visit, reply(AT - 2 * DAY), reply(AT - 5 * DAY)]

    expect(callAnswersUntil({ facts, activities })).toBe(AT + 28 * DAY)
    expect(callAnswersUntil({ facts, activities: [visit] })).toBe(AT + 21 * DAY)
  })

  it.each<ActivityKind>([
    'form-submitted',
    'consult-requested',
    'consult-booked',
    'email-replied',
    'message-received',
    'call-connected',
    'meeting-booked',
    'meeting-attended',
    'demo-booked',
    'demo-attended',
  ])('after %s', (kind) => {
    const activities: readonly Activity[] = [{ kind, category: 'other', at: AT }]

    expect(callAnswersUntil({ facts: {}, activities })).toBe(AT + 30 * DAY)
  })

  it.each<[Facts, readonly Activity[], number]>([
    [{ requestedContact: 'call' }, [], Infinity],
    [{ requestedContact: 'email' }, [], -Infinity],
    [{}, [], -Infinity],
    // Something is dated, and it is no contact.
    [{ requestedContact: 'call' }, [visit], -Infinity],
    // A record nobody inquired by says nothing by its age.
    [{ createdAt: AT }, [], -Infinity],
    [{ createdAt: AT, inquiryType: 'self' }, [], AT + 30 * DAY],
    [{ createdAt: AT, requestedContact: 'call' }, [visit], AT + 30 * DAY],
  ])('where dates are missing: %j', (facts, activities, until) => {
    expect(callAnswersUntil({ facts, activities })).toBe(until)
  })
})
