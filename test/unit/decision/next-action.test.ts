import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { SMS_ELEMENTS } from '#src/consent/sms-consent.ts'
import { compareModels } from '#src/decision/compare-models.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import { loadShippedModels } from '#src/models.ts'
import type {
  Activity,
  ActivityCategory,
  ActivityKind,
  Facts,
  NextAction,
  NoteLanguage,
} from '#src/ports.ts'
import { restoreSafeRecord } from '#src/privacy/safe-record.ts'

const NOW = Date.parse('2026-11-20T20:00:00Z')
const DAY = 86_400_000
const shipped = await loadShippedModels()

/** What somebody did, so many days ago. */
type Act = readonly [ActivityKind, ActivityCategory, number]

interface Case {
  readonly facts: Facts
  readonly acts?: readonly Act[]
  readonly now?: number
  readonly language?: NoteLanguage
}

function inputOf({ facts, acts = [ASKED], now = NOW, language = 'en' }: Case) {
  const activities = acts.map(
    ([kind, category, daysAgo]): Activity => ({ kind, category, at: NOW - daysAgo * DAY }),
  )
  const record = restoreSafeRecord({
    object: 'contact',
    id: '1',
    companyId: undefined,
    facts,
    activities,
    fingerprint: '',
  })
  const policy = { ...DEFAULT_POLICY, noteLanguage: language }
  return { record, companyFacts: undefined, policy, now }
}

function decide(person: Case) {
  const { values, nextChangeAt } = createDecider(shipped).decide({
    ...inputOf(person),
    previous: undefined,
  })
  return { ...values, note: values.handoffNote ?? '', nextChangeAt }
}

const ASKED: Act = ['consult-requested', 'callback', 0.1]
const READING: readonly Act[] = [
  ['page-viewed', 'pricing', 0.1],
  ['page-viewed', 'admissions', 0.1],
]
const TEXTS = { smsConsent: true, smsElements: SMS_ELEMENTS }
const SELF = { inquiryType: 'self', state: 'ca' }
/** Whose facts alone bring them near the front of the queue, eight months ago. */
const LONG_AGO = {
  ...SELF,
  requestedContact: 'call-today',
  verification: 'verified',
  createdAt: NOW - 240 * DAY,
}

describe('whoever is ready to talk', () => {
  it.each<[Facts, NextAction]>([
    [{}, 'call'],
    [{ requestedContact: 'call' }, 'call'],
    [{ requestedContact: 'email' }, 'email'],
    [{ requestedContact: 'text' }, 'email'],
    [{ requestedContact: 'text', ...TEXTS }, 'email'],
    [{ requestedContact: 'text', ...TEXTS, emailOptOut: true }, 'nurture'],
    [{ requestedContact: 'text', emailOptOut: true }, 'call'],
    [{ requestedContact: 'email', emailOptOut: true }, 'call'],
    [{ requestedContact: 'call', doNotCall: true }, 'email'],
  ])('%j: %s', (facts, nextAction) => {
    expect(decide({ facts: { ...SELF, ...facts } })).toMatchObject({
      tier: 'sales-ready',
      nextAction,
    })
  })

  it('is reached by nobody after asking for that, whatever form they sent', () => {
    const { hold, channels, nextAction, respondBy, score, note } = decide({
      facts: { ...SELF, requestedContact: 'none' },
    })

    expect({ hold, channels, nextAction, respondBy }).toEqual({
      hold: 'no-consent',
      channels: [],
      nextAction: 'none',
      respondBy: null,
    })
    expect(score).toBeGreaterThan(0)
    expect(note).toContain('Not by any channel: asked not to be contacted, or not for now.')
    expect(note).not.toContain('Call')
  })

  it('keeps the time to answer by when a text message is what they asked for', () => {
    const facts = { ...SELF, ...TEXTS, requestedContact: 'text', emailOptOut: true }
    const { respondBy, note } = decide({ facts })

    expect(respondBy).toBe(NOW + 15 * 60_000)
    expect(note).toContain('Send them a text message, as they asked')
  })
})

describe('words about a call', () => {
  const BENEFITS: Act = ['form-submitted', 'benefits-check', 0.1]
  const verified = { ...SELF, verification: 'verified' }

  it('take no care where a consultation was asked for', () => {
    const { note } = decide({ facts: SELF })

    expect(note).toContain('Call them within 15 minutes, during contact hours.\n')
    expect(note).not.toMatch(/With care \(phone/)
  })

  it.each([
    ['en', /Call them .*; begin by asking whether a call suits them\./],
    ['es', /Llame a esta persona .*; empiece por preguntar si le viene bien una llamada\./],
  ] as const)('tell how to begin where nothing makes it welcome (%s)', (language, words) => {
    const { note } = decide({ facts: verified, acts: [BENEFITS, ...READING], language })

    expect(note).toMatch(words)
    expect(note).toMatch(/With care \(phone|Con cuidado \(teléfono/)
    expect(note).not.toMatch(/ask first|pregunte primero/)
  })

  it.each([{ requestedContact: 'email' }, { requestedContact: 'text' }])(
    'say why it is one although they asked to be written to: %j',
    (wish) => {
      const { note } = decide({ facts: { ...SELF, ...wish, emailOptOut: true } })

      expect(note).toContain('No way of writing they asked for is open: phone within 15 minutes')
      expect(note).not.toContain('Call them')
    },
  )
})

describe('a call without contact for thirty days', () => {
  const left = (daysAgo: number): readonly Act[] => [
    ['form-submitted', 'contact', daysAgo],
    ...READING,
  ]

  it('is an email, though they once asked to be called that day', () => {
    const { tier, nextAction, note } = decide({ facts: LONG_AGO, acts: left(240) })

    expect({ tier, nextAction }).toEqual({ tier: 'sales-ready', nextAction: 'email' })
    expect(note).toContain('Asked for a call on the day of their inquiry')
    expect(note).not.toMatch(/Call them|called today/)
  })

  it('is keeping in touch, by no hour, where email is closed', () => {
    const facts = { ...LONG_AGO, emailOptOut: true }

    expect(decide({ facts, acts: left(240) })).toMatchObject({
      nextAction: 'nurture',
      respondBy: null,
    })
  })

  it.each<ActivityKind>([
    'form-submitted',
    'consult-booked',
    'email-replied',
    'message-received',
    'meeting-booked',
    'demo-booked',
  ])('is a call again after %s', (kind) => {
    const acts: readonly Act[] = [[kind, 'other', 3], ...READING]

    expect(decide({ facts: LONG_AGO, acts }).nextAction).toBe('call')
  })

  it.each<[string, Facts, readonly Act[], NextAction]>([
    ['an inquiry whose record is new', { createdAt: NOW - DAY }, READING, 'call'],
    ['a form the record tells of', { lastFormAt: NOW - DAY }, READING, 'call'],
    ['a record of old', {}, READING, 'email'],
  ])('is told by the facts where no act is known: %s', (_what, facts, acts, nextAction) => {
    expect(decide({ facts: { ...LONG_AGO, ...facts }, acts }).nextAction).toBe(nextAction)
  })

  it('stays a call in other audiences, where people act for an organisation', () => {
    const facts = {
      role: 'benefits-leader',
      industry: 'finance',
      companySize: 5_000,
      inquiryType: 'employer-benefits',
      createdAt: NOW - 240 * DAY,
    }
    const acts: readonly Act[] = [...READING, ['page-viewed', 'case-study', 1]]

    expect(decide({ facts, acts })).toMatchObject({
      audience: 'employer',
      tier: 'sales-ready',
      nextAction: 'call',
    })
  })

  it('is decided anew at the moment it becomes one', () => {
    const lapses = NOW + 5_000
    const facts = { ...LONG_AGO, lastFormAt: lapses - 30 * DAY }
    const before = decide({ facts, acts: READING })
    const at = decide({ facts, acts: READING, now: lapses })

    expect(before).toMatchObject({ nextAction: 'call', nextChangeAt: lapses })
    expect(at.nextAction).toBe('email')
    expect(at.nextChangeAt).toBeGreaterThan(lapses)
  })

  it('is known to whoever compares two sets of models as well', () => {
    const facts = { ...LONG_AGO, lastFormAt: NOW + 5_000 - 30 * DAY }
    const input = inputOf({ facts, acts: READING })

    expect(compareModels(shipped, shipped).alike(input)?.nextChangeAt).toBe(NOW + 5_000)
  })
})

describe('keeping in touch with whoever is not ready yet', () => {
  const reading: readonly Act[] = [['page-viewed', 'blog', 0.1]]
  const knownSince = { ...SELF, createdAt: NOW - DAY }

  it.each<[Facts, NextAction]>([
    [{}, 'send-information'],
    [{ emailOptOut: true }, 'nurture'],
    [{ emailOptOut: true, requestedContact: 'call' }, 'call'],
    [{ emailOptOut: true, requestedContact: 'call', createdAt: NOW - 31 * DAY }, 'nurture'],
    [{ emailOptOut: true, requestedContact: 'email' }, 'nurture'],
  ])('%j: %s', (facts, nextAction) => {
    expect(decide({ facts: { ...knownSince, ...facts }, acts: reading })).toMatchObject({
      tier: 'nurture',
      nextAction,
    })
  })

  it('claims nothing they did not ask about', () => {
    expect(decide({ facts: knownSince, acts: reading }).note).toContain(
      'Offer information by email within 1 day.',
    )
  })
})
