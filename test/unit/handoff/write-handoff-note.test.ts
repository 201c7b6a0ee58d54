import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideConsent } from '#src/consent/decide-consent.ts'
import { type HandoffInput, NOTE_LIMIT, writeHandoffNote } from '#src/handoff/write-handoff-note.ts'
import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS, type Activity, NEXT_ACTIONS } from '#src/ports.ts'
import type { Reason, Score } from '#src/scoring/score.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const DAY = 86_400_000

function reason(points: number, text: string, rule = text): Reason {
  return { axis: 'engagement', kind: 'rule', group: 'g', rule, points, text, at: NOW - DAY }
}

const score: Score = {
  score: 72,
  fit: 35,
  engagement: 37,
  grade: 'A1',
  tier: 'sales-ready',
  reasons: [
    reason(25, 'Asked for a consultation'),
    reason(20, 'Insurance benefits are verified'),
    reason(-10, 'Wrote from a school address'),
  ],
  nextChangeAt: undefined,
}
const activities: readonly Activity[] = [
  { kind: 'page-viewed', category: 'pricing', at: NOW - 8 * DAY },
  { kind: 'page-viewed', category: 'pricing', at: NOW - 9 * DAY },
  { kind: 'call-connected', category: 'other', at: NOW - 10 * DAY },
]

function input(changes: Partial<HandoffInput> = {}): HandoffInput {
  return {
    scored: {
      score,
      tier: 'sales-ready',
      advice: {
        label: 'Ready to talk',
        nextAction: 'call',
        respondWithinMinutes: 240,
        theme: undefined,
      },
      audience: 'individual',
    },
    consent: decideConsent({}),
    nextAction: 'call',
    facts: { createdAt: NOW - 17 * DAY, inquiryType: 'loved-one', requestedContact: 'call-today' },
    activities,
    now: NOW,
    ...changes,
  }
}

describe('the handoff note', () => {
  it('tells what happened, what it means, what to do, what to ask and how to say it', () => {
    expect(writeHandoffNote(input())).toBe(`WHAT HAPPENED
3 Nov 2026: first inquiry or contact; the inquiry is for a loved one; asked for a call on the day of the inquiry.
12 Nov 2026: visited our website about pricing (2 times, latest date shown).
10 Nov 2026: spoke with us by phone.

WHAT THE SCORE MEANS
Score 72 of 100 (fit 35, engagement 37), grade A1: ready to talk.
+25 Asked for a consultation.
+20 Insurance benefits are verified.
-10 Wrote from a school address.

NEXT
Call them within 4 hours.
Allowed channels: phone, email.
Not by text message: no express consent.

ASK
If it comes up: whether they would like their insurance checked; which state they live in; what kind of support they are looking for.

SAY
"Thank you for reaching out. What would be most helpful to talk about?"
"We can go at your pace, and you choose what comes next."`)
  })

  it('names the crisis protocol and 988 in a crisis, and nothing else', () => {
    const note = writeHandoffNote(input({ consent: decideConsent({ crisis: true }) }))

    expect(note).toBe(
      "Follow your organisation's crisis protocol; 988 (call or text) is available.",
    )
  })

  it.each([
    ['do-not-profile', { doNotProfile: true }],
    ['minor', { ageBand: '13-17' }],
    ['part2-consent-missing', { serviceLine: 'substance-use-program' }],
  ])('says why nothing is scored in neutral words: %s', (hold, facts) => {
    const consent = decideConsent(facts)

    const note = writeHandoffNote(input({ scored: undefined, consent, facts, nextAction: 'none' }))

    expect(consent.hold).toBe(hold)
    expect(note).toMatch(/^NEXT\nNot scored: /)
    expect(note).not.toMatch(/substance|alcohol|drug|\bage|year|child|minor|score \d/i)
  })

  it('offers no words to say and nothing to ask when nobody may reach out', () => {
    const consent = decideConsent({ emailOptOut: true, doNotCall: true })

    const note = writeHandoffNote(input({ consent, nextAction: 'none' }))

    expect(note).not.toMatch(/^(?:ASK|SAY)$/m)
    expect(note).toContain('Allowed channels: none.')
    expect(note).toContain('Not by phone: asked not to be called.')
    expect(note).toContain('Not by email: opted out.')
  })

  it('stays the same as time passes while nothing happens', () => {
    const later = [1, 40, 400].map((days) => writeHandoffNote(input({ now: NOW + days * DAY })))

    expect(new Set([writeHandoffNote(input()), ...later]).size).toBe(1)
  })

  it('does not depend on the order in which activities were read', () => {
    expect(writeHandoffNote(input({ activities: activities.toReversed() }))).toBe(
      writeHandoffNote(input()),
    )
  })

  it('does not tell of an appointment before its day as if it had happened', () => {
    const planned: Activity = { kind: 'meeting-attended', category: 'other', at: NOW + DAY }

    expect(writeHandoffNote(input({ activities: [planned] }))).not.toContain('met with us')
  })

  it('never names the service line or the state of a person', () => {
    const facts = { serviceLine: 'residential', state: 'ca', verification: 'verified' }

    expect(writeHandoffNote(input({ facts }))).not.toMatch(/residential|\bca\b/i)
  })

  const anyActivity = fc.record({
    kind: fc.constantFrom(...ACTIVITY_KINDS),
    category: fc.constantFrom(...ACTIVITY_CATEGORIES),
    at: fc.integer({ min: NOW - 900 * DAY, max: NOW }),
  })
  const anyReason = fc
    .record({ points: fc.integer({ min: -60, max: 60 }), text: fc.lorem({ maxCount: 40 }) })
    .map(({ points, text }) => reason(points, text))

  it('is at most 1,200 characters, made of whole lines, with the score and the channels always there', () => {
    const anyInput = fc.record({
      activities: fc.array(anyActivity, { maxLength: 40 }),
      reasons: fc.array(anyReason, { maxLength: 12 }),
      theme: fc.option(fc.lorem({ maxCount: 60 }), { nil: undefined }),
      nextAction: fc.constantFrom(...NEXT_ACTIONS),
    })

    fc.assert(
      fc.property(anyInput, ({ reasons, theme, nextAction, ...rest }) => {
        const scored = { ...input().scored!, score: { ...score, reasons } }
        const advice = { ...scored.advice, theme }
        const note = writeHandoffNote(input({ ...rest, nextAction, scored: { ...scored, advice } }))

        expect(note.length).toBeLessThanOrEqual(NOTE_LIMIT)
        expect(note).toContain('Score 72 of 100')
        expect(note).toContain('Allowed channels: phone, email.')
        for (const line of note.split('\n').filter((text) => text !== '')) {
          expect(line).toMatch(/[."?]$|^[A-Z ]+$/)
        }
      }),
    )
  })

  it('tells at most five lines of what happened', () => {
    fc.assert(
      fc.property(fc.array(anyActivity, { maxLength: 60 }), (many) => {
        const note = writeHandoffNote(input({ activities: many }))

        const told = note.split('\n\n').find((section) => section.startsWith('WHAT HAPPENED')) ?? ''
        expect(told.split('\n').length - 1).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('has room for what happened even when the model is wordy', () => {
    const long = Array.from({ length: 6 }, (_, n) =>
      reason(10 + n, 'word '.repeat(60).trim(), `r${n}`),
    )

    const note = writeHandoffNote(
      input({ scored: { ...input().scored!, score: { ...score, reasons: long } } }),
    )

    expect(note).toContain('3 Nov 2026: first inquiry or contact')
    expect(note).toContain('Call them within 4 hours.')
  })
})
