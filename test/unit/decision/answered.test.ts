import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { answered } from '#src/decision/answered.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import { lintText } from '#src/handoff/language-lint.ts'
import { loadShippedModels } from '#src/models.ts'
import type { Activity, ActivityKind, Facts, IntentValues, NoteLanguage } from '#src/ports.ts'
import { restoreSafeRecord } from '#src/privacy/safe-record.ts'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE
// Ten in the morning in California.
const ASKED_AT = Date.parse('2026-11-12T18:00:00Z')

const decider = createDecider(await loadShippedModels())

/** An act, minutes after they asked. */
type Act = readonly [ActivityKind, number]

const ASKED: Act = ['consult-requested', 0]
const SPOKEN: Act = ['call-connected', 10]

function happened(acts: readonly Act[]): Activity[] {
  return acts.map(([kind, minutes]) => ({
    kind,
    category: kind === 'consult-requested' ? 'callback' : 'other',
    at: ASKED_AT + minutes * MINUTE,
  }))
}

interface Case {
  readonly acts: readonly Act[]
  /** Minutes after they asked. */
  readonly after: number
  readonly previous?: IntentValues
  readonly facts?: Facts
  readonly noteLanguage?: NoteLanguage
}

function decide({ acts, after, previous, facts = {}, noteLanguage = 'en' }: Case): IntentValues {
  const record = restoreSafeRecord({
    object: 'contact',
    id: '1',
    companyId: undefined,
    facts: { inquiryType: 'self', serviceLine: 'outpatient', state: 'ca', ...facts },
    activities: happened(acts),
    fingerprint: '',
  })
  const now = ASKED_AT + after * MINUTE
  const policy = { ...DEFAULT_POLICY, noteLanguage }
  return decider.decide({ record, companyFacts: undefined, previous, policy, now }).values
}

const within = (minutes: number): number => ASKED_AT + minutes * MINUTE

describe('somebody we spoke with after they asked for a consultation', () => {
  const promised = decide({ acts: [ASKED], after: 1 })
  const acts = [ASKED, SPOKEN]
  const spokenWith = decide({ acts, after: 11, previous: promised })

  it('is not to be called for it again, while what they are to us stays', () => {
    expect(promised).toMatchObject({ nextAction: 'call', respondBy: within(16) })
    expect(spokenWith).toMatchObject({
      tier: 'sales-ready',
      nextAction: 'nurture',
      respondBy: null,
    })
  })

  it.each([360, 1_440, 12 * 1_440])('is not past due %d minutes later', (after) => {
    const later = decide({ acts, after, previous: spokenWith })

    expect(later).toMatchObject({ tier: 'sales-ready', nextAction: 'nurture', respondBy: null })
  })

  it.each<[NoteLanguage, string]>([
    [
      'en',
      'Your team was in touch with them on 12 Nov 2026, and nothing since waits for an answer.',
    ],
    ['es', 'Su equipo estuvo en contacto con esta persona el 12 nov 2026'],
  ])('has a note that says so, in %s', (noteLanguage, words) => {
    const { handoffNote } = decide({ acts, after: 11, noteLanguage })

    expect(handoffNote).toContain(words)
    expect(handoffNote).not.toMatch(/within 15 minutes|15 minutos|Call them|Llame/)
    expect(lintText(handoffNote ?? '')).toEqual([])
  })

  it.each<ActivityKind>([
    'form-submitted',
    'consult-requested',
    'email-replied',
    'message-received',
    'meeting-missed',
  ])('is to be called by a time of its own once they ask again: %s', (kind) => {
    const again = decide({ acts: [...acts, [kind, 180]], after: 181, previous: spokenWith })

    expect(again).toMatchObject({ nextAction: 'call', respondBy: within(196) })
  })

  it('has what they booked in that conversation, and is not called about it', () => {
    const booked = decide({ acts: [...acts, ['consult-booked', 20]], after: 21 })

    expect(booked).toMatchObject({ nextAction: 'nurture', respondBy: null })
  })

  it('is said to be by the parts of a run as by everybody else, again and again', () => {
    const { tier, respondBy } = spokenWith
    const known = { ...promised, tier, respondBy }

    expect(decide({ acts, after: 11, previous: known })).toEqual(spokenWith)
  })
})

describe('a time that was promised', () => {
  const previous = decide({ acts: [ASKED], after: 1 })

  it('stays where nobody answered and nobody asked again', () => {
    expect(decide({ acts: [ASKED], after: 360, previous }).respondBy).toBe(within(16))
  })

  it('stays where they ask again before it is over', () => {
    const acts: readonly Act[] = [ASKED, ['form-submitted', 5]]

    expect(decide({ acts, after: 6, previous }).respondBy).toBe(within(16))
  })

  it('is another where they ask again after it, and is promised once', () => {
    const acts: readonly Act[] = [ASKED, ['form-submitted', 180]]
    const renewed = decide({ acts, after: 181, previous })

    expect(renewed).toMatchObject({ nextAction: 'call', respondBy: within(196) })
    expect(decide({ acts, after: 300, previous: renewed }).respondBy).toBe(within(196))
  })

  it('for an email in the night is none for a call', () => {
    const night = Date.parse('2026-11-13T09:00:00Z')
    const after = (night - ASKED_AT) / MINUTE
    const acts: readonly Act[] = [['consult-requested', after - 1]]
    const email = decide({ acts, after, facts: { doNotCall: true } })

    const call = decide({ acts, after: after + 10, facts: { emailOptOut: true }, previous: email })

    expect(email).toMatchObject({ nextAction: 'email', respondBy: night + 15 * MINUTE })
    expect(call).toMatchObject({
      nextAction: 'call',
      respondBy: Date.parse('2026-11-13T16:15:00Z'),
    })
  })
})

describe('whether what somebody asked was answered', () => {
  const about = (acts: readonly Act[], facts: Facts = {}) =>
    answered({ facts, activities: happened(acts) })

  it('is so by a call or a meeting, in whatever order they are known', () => {
    for (const kind of ['call-connected', 'meeting-attended'] as const) {
      expect(about([[kind, 10], ASKED]).at).toBe(within(10))
      expect(about([ASKED, [kind, 10]]).at).toBe(within(10))
      expect(about([ASKED, [kind, -10]]).at).toBeUndefined()
      expect(about([[kind, 10]]).at).toBe(within(10))
    }
  })

  it('is not so by a call nobody took, an email of ours or a webinar', () => {
    const acts: readonly Act[] = [
      ASKED,
      ['call-no-answer', 10],
      ['email-opened', 20],
      ['webinar-attended', 30],
    ]

    expect(about(acts).at).toBeUndefined()
  })

  it('is so by what a rep said last, until they ask again', () => {
    const acts: readonly Act[] = [ASKED, ['feedback-given', 10]]
    const inTouch = { repFeedback: 'already-in-touch' }

    expect(about(acts, inTouch).at).toBe(within(10))
    expect(about([...acts, ['message-received', 20]], inTouch).at).toBeUndefined()
    expect(about(acts, { repFeedback: 'useful' }).at).toBeUndefined()
    expect(about([ASKED], inTouch).at).toBeUndefined()
  })

  it('is not so of whoever wrote later, where only the record itself says so', () => {
    for (const fact of ['lastFormAt', 'lastEmailReplyAt']) {
      expect(about([ASKED, SPOKEN], { [fact]: within(20) }).at).toBeUndefined()
      expect(about([SPOKEN], { [fact]: within(5) }).at).toBe(within(10))
    }
  })

  it('goes by no status, which tells no time', () => {
    expect(about([ASKED], { leadStatus: 'contacted' }).at).toBeUndefined()
  })

  it('is not so of a demo, after which people are spoken with', () => {
    expect(about([SPOKEN, ['demo-attended', 60]]).at).toBeUndefined()
    expect(
      about([
        ['demo-attended', 60],
        ['call-connected', 120],
      ]).at,
    ).toBe(within(120))
  })

  it('is not so of whoever comes back a month after a conversation, and is within it', () => {
    const [week, month] = [(7 * DAY) / MINUTE, (31 * DAY) / MINUTE]

    expect(about([ASKED, SPOKEN, ['page-viewed', week]]).at).toBe(within(10))
    expect(about([ASKED, SPOKEN, ['page-viewed', month]]).at).toBeUndefined()
    expect(about([ASKED, SPOKEN, ['email-opened', month]]).at).toBe(within(10))
  })

  it('is not so of whoever books on another day than they spoke with us', () => {
    expect(about([ASKED, SPOKEN, ['meeting-booked', 2 * 1_440]]).at).toBeUndefined()
  })
})
