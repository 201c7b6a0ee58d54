import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { PART2_ELEMENTS } from '#src/consent/part2-consent.ts'
import { SMS_ELEMENTS } from '#src/consent/sms-consent.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import type { Audience, Facts, IntentValues, NextAction, PortalPolicy, Tier } from '#src/ports.ts'
import { AUDIT_ONLY } from '#src/privacy/audit-only.ts'
import { restoreSafeRecord } from '#src/privacy/safe-record.ts'
import type { CompiledModel, Reason, Subject } from '#src/scoring/score.ts'

// A time of day at which people may be called wherever they live.
const NOW = Date.parse('2026-11-20T20:00:00Z')
const MINUTE = 60_000

const reasons: readonly Reason[] = [
  {
    axis: 'fit',
    kind: 'rule',
    group: 'a',
    rule: 'small',
    points: 5,
    text: 'Was referred to us',
    at: undefined,
  },
  {
    axis: 'engagement',
    kind: 'rule',
    group: 'b',
    rule: 'big',
    points: 25,
    text: 'Asked for a consultation',
    at: NOW,
  },
  {
    axis: 'engagement',
    kind: 'cap',
    group: 'b',
    rule: 'b',
    points: -5,
    text: 'Group is full',
    at: undefined,
  },
]

function modelOf(
  audience: Audience,
  { tier, action }: { tier: Tier; action: NextAction },
  met: Subject[],
): CompiledModel {
  const advice = (label: string, nextAction: NextAction, respondWithinMinutes?: number) => ({
    label,
    nextAction,
    respondWithinMinutes,
    theme: undefined,
  })
  return {
    id: audience,
    version: 3,
    audience,
    description: '',
    spanish: new Map([['Asked for a consultation', 'Pidió una consulta']]),
    tiers: {
      'sales-ready': advice('Ready to talk', action, 30),
      nurture: advice('Keep in touch', 'send-information'),
      unqualified: advice('No action now', 'none'),
    },
    evaluate: (subject) => {
      met.push(subject)
      return {
        score: 72,
        fit: 35,
        engagement: 37,
        grade: 'A1',
        tier,
        reasons,
        nextChangeAt: NOW + 99,
      }
    },
  }
}

interface Case {
  readonly facts?: Facts
  readonly companyFacts?: Facts
  readonly previous?: IntentValues
  readonly tier?: Tier
  /** What the model advises for sales-ready people. */
  readonly action?: NextAction
  readonly policy?: Partial<PortalPolicy>
  readonly audience?: Audience
  readonly models?: readonly Audience[]
  readonly now?: number
}

function decide({
  facts = {},
  companyFacts,
  previous,
  tier = 'sales-ready',
  action = 'call',
  policy = {},
  audience = 'individual',
  models = ['individual', 'employer'],
  now = NOW,
}: Case) {
  const met: Subject[] = []
  const asked: Facts[] = []
  const decider = createDecider({
    models: new Map(models.map((name) => [name, modelOf(name, { tier, action }, met)])),
    audienceOf: (known) => {
      asked.push(known)
      return audience
    },
  })
  const record = restoreSafeRecord({
    object: 'contact',
    id: '1',
    companyId: undefined,
    facts,
    activities: [{ kind: 'form-submitted', category: 'contact', at: NOW - MINUTE }],
    fingerprint: '',
  })
  const approved = { ...DEFAULT_POLICY, ...policy }
  const input = { record, companyFacts, previous, policy: approved, now }
  return { ...decider.decide(input), met, asked, explain: () => decider.explain(input) }
}

describe('a scorable person', () => {
  it('gets score, tier, reason, note and the time to answer by', () => {
    const { values, nextChangeAt } = decide({})

    expect(values).toMatchObject({
      score: 72,
      fit: 35,
      engagement: 37,
      grade: 'A1',
      tier: 'sales-ready',
      hold: null,
      audience: 'individual',
      topReason: 'Asked for a consultation (+25)',
      nextAction: 'call',
      channels: ['phone', 'email'],
      respondBy: NOW + 30 * MINUTE,
      scoredAt: NOW,
      model: 'individual@3',
    })
    expect(values.handoffNote).toContain('Score 72 of 100')
    expect(nextChangeAt).toBe(NOW + 99)
  })

  it('is scored on the facts of the organisation, overlaid by their own', () => {
    const { met, asked } = decide({
      facts: { industry: 'education' },
      companyFacts: { industry: 'retail', companySize: 500 },
    })

    expect(met.map(({ facts }) => facts)).toEqual([{ industry: 'education', companySize: 500 }])
    expect(asked).toEqual([{ industry: 'education', companySize: 500 }])
  })

  it.each([...AUDIT_ONLY])('is decided as if nobody knew their %s', (fact) => {
    const asked = decide({ facts: { role: 'hr' }, companyFacts: { companySize: 500 } })
    const held = decide({
      facts: { role: 'hr', [fact]: 'declined' },
      companyFacts: { companySize: 500, [fact]: 'other' },
    })

    expect(held.values).toEqual(asked.values)
    expect(held.met).toEqual(asked.met)
    expect(held.asked).toEqual(asked.asked)
    expect(held.explain().facts).toEqual({ role: 'hr', companySize: 500 })
  })

  it('keeps the promised time while staying sales-ready', () => {
    const first = decide({}).values

    const later = decide({ previous: first, now: NOW + 10 * MINUTE }).values

    expect(later.respondBy).toBe(first.respondBy)
    expect(later.scoredAt).toBe(NOW + 10 * MINUTE)
  })

  it('gets a new time on becoming sales-ready again', () => {
    const left = decide({ previous: decide({}).values, tier: 'nurture' }).values

    const back = decide({ previous: left, now: NOW + 60 * MINUTE }).values

    expect(left.respondBy).toBeNull()
    expect(back.respondBy).toBe(NOW + 90 * MINUTE)
  })

  it('is scored by the individual model when the audience has none', () => {
    const { values } = decide({ audience: 'health-plan' })

    expect(values).toMatchObject({ audience: 'health-plan', model: 'individual@3' })
  })

  it('is a clear failure without any model that may be used', () => {
    expect(() => decide({ models: ['employer'] })).toThrow('No model for audience individual')
  })

  it.each([
    [{ doNotCall: true }, 'email', ['email']],
    [{ phoneConsent: 'expired' }, 'email', ['email']],
    [{ emailOptOut: true }, 'call', ['phone']],
    [{ smsConsent: true, smsElements: SMS_ELEMENTS }, 'call', ['phone', 'email', 'sms']],
  ])('is never to be reached on a closed channel: %j', (facts, nextAction, channels) => {
    expect(decide({ facts }).values).toMatchObject({ nextAction, channels })
  })
})

describe('holds', () => {
  const NOTHING = {
    score: null,
    fit: null,
    engagement: null,
    grade: null,
    tier: null,
    audience: null,
    topReason: null,
    respondBy: null,
    scoredAt: null,
    model: null,
  }

  it.each([
    ['crisis', { crisis: true }, 'follow-crisis-protocol'],
    ['crisis', { crisis: true, requestedContact: 'call-today' }, 'follow-crisis-protocol'],
    ['no-consent', { consentUnreadable: true }, 'none'],
    ['do-not-profile', { doNotProfile: true }, 'none'],
    ['do-not-profile', { shouldForget: true }, 'none'],
    ['another-team', { ageBand: 'under-13' }, 'none'],
    ['another-team', { ageBand: '13-17' }, 'none'],
    ['consent-awaited', { serviceLine: 'substance-use-program', part2Consent: 'partial' }, 'none'],
  ])('%s: clears every score and never meets a model', (hold, facts, nextAction) => {
    const { values, nextChangeAt, met, asked } = decide({ facts, previous: decide({}).values })

    expect(values).toMatchObject({ ...NOTHING, hold, nextAction })
    expect(values.handoffNote).not.toBe('')
    expect(nextChangeAt).toBeUndefined()
    expect(met).toEqual([])
    expect(asked).toEqual([])
  })

  it('existing-patient: never pushed to sales', () => {
    const { values } = decide({ facts: { existingPatient: true } })

    expect(values).toMatchObject({
      hold: 'existing-patient',
      tier: 'nurture',
      nextAction: 'none',
      respondBy: null,
      score: 72,
    })
    expect(values.handoffNote).toContain('care team')
  })

  it('existing-patient: is not lifted into nurture either', () => {
    expect(decide({ facts: { existingPatient: true }, tier: 'unqualified' }).values.tier).toBe(
      'unqualified',
    )
  })

  it('crisis: the note names the protocol and 988, nothing of why they came', () => {
    const { values } = decide({
      facts: { crisis: true, inquiryType: 'self', requestedContact: 'call-today' },
    })

    expect(values.handoffNote).toMatch(/988/)
    expect(values.handoffNote).not.toMatch(/inquir|asked|score|call today/i)
    expect(values.channels).toEqual([])
  })

  it('minor: nobody reaches out, whatever they asked for', () => {
    const { values } = decide({ facts: { ageBand: '13-17', requestedContact: 'call' } })

    expect(values).toMatchObject({ channels: [], nextAction: 'none', respondBy: null })
  })

  it.each<[Facts, Tier]>([
    [{ emailOptOut: true, doNotCall: true }, 'sales-ready'],
    [{ emailOptOut: true, doNotCall: true }, 'nurture'],
    [{ revoked: true }, 'sales-ready'],
    [{ doNotSolicit: true }, 'sales-ready'],
  ])(
    'no-consent: %j keeps the score for reporting, and is on no list of whom to reach',
    (facts, tier) => {
      const { values } = decide({ facts, tier })

      expect(values).toMatchObject({
        hold: 'no-consent',
        tier: 'unqualified',
        score: 72,
        fit: 35,
        engagement: 37,
        grade: 'A1',
        nextAction: 'none',
        channels: [],
        respondBy: null,
      })
      expect(values.handoffNote).not.toContain('"')
    },
  )

  it('existing-patient: who took every consent back is on no list of whom to reach either', () => {
    const facts = { existingPatient: true, revoked: true }

    expect(decide({ facts }).values).toMatchObject({
      hold: 'existing-patient',
      tier: 'unqualified',
    })
  })

  it('is sales-ready again with a time of its own once they may be reached', () => {
    const previous = decide({ facts: { revoked: true } }).values

    const { values } = decide({ previous, now: NOW + 60 * MINUTE })

    expect(values).toMatchObject({ tier: 'sales-ready', respondBy: NOW + 90 * MINUTE })
  })

  it('an organisation cannot consent for a person', () => {
    const { values } = decide({ companyFacts: { smsConsent: true } })

    expect(values.channels).not.toContain('sms')
  })
})

describe('what the owner of a portal decided', () => {
  it('says which programs need a consent of their own', () => {
    const facts = { serviceLine: 'detox' }

    expect(decide({ facts }).values.hold).toBeNull()
    expect(decide({ facts, policy: { part2ServiceLines: ['detox'] } }).values.hold).toBe(
      'consent-awaited',
    )
  })

  it('holds in one word who needs a consent of any kind', () => {
    const washington = decide({ facts: { state: 'WA' }, policy: { coveredEntity: false } }).values
    const program = decide({ facts: { serviceLine: 'substance-use-program' } }).values

    expect(washington.hold).toBe('consent-awaited')
    expect(program.hold).toBe('consent-awaited')
  })

  it('says in which language reasons and notes are', () => {
    const { values } = decide({ policy: { noteLanguage: 'es' } })

    expect(values.topReason).toBe('Pidió una consulta (+25)')
    expect(values.handoffNote).toContain('Pidió una consulta')
  })
})

describe('the next change', () => {
  const program = { serviceLine: 'substance-use-program', part2Elements: PART2_ELEMENTS }

  it('is when a consent ends, if that comes before the score changes', () => {
    expect(decide({ facts: { ...program, part2ExpiresAt: NOW + 50 } }).nextChangeAt).toBe(NOW + 50)
    expect(decide({ facts: { ...program, part2ExpiresAt: NOW + 500 } }).nextChangeAt).toBe(NOW + 99)
  })

  it('is known of who may not be scored too', () => {
    const facts = { ...program, part2ExpiresAt: NOW + 50, doNotProfile: true }

    expect(decide({ facts }).nextChangeAt).toBe(NOW + 50)
  })

  it('clears the score when it comes', () => {
    const facts = { ...program, part2ExpiresAt: NOW + 50 }
    const previous = decide({ facts }).values

    expect(decide({ facts, previous, now: NOW + 50 }).values).toMatchObject({
      score: null,
      tier: null,
      hold: 'consent-awaited',
    })
  })
})

describe('the time to answer by', () => {
  const facts = { state: 'FL' }
  // Florida and its Central counties open together from 14:00 to 01:00 UTC in winter.
  const EVENING = Date.parse('2026-11-21T01:30:00Z')
  const MORNING = Date.parse('2026-11-21T14:00:00Z')

  it('of a call begins when one may call', () => {
    expect(decide({ facts, now: EVENING }).values.respondBy).toBe(MORNING + 30 * MINUTE)
  })

  it('of a call never falls into the night', () => {
    const now = Date.parse('2026-11-21T00:50:00Z')

    expect(decide({ facts, now }).values.respondBy).toBe(MORNING + 30 * MINUTE)
  })

  it('stays when scored again, in the night and after', () => {
    const previous = decide({ facts, now: EVENING }).values

    for (const now of [EVENING + MINUTE, MORNING, MORNING + 60 * MINUTE]) {
      expect(decide({ facts, now, previous }).values.respondBy).toBe(previous.respondBy)
    }
  })

  it('of an email does not wait', () => {
    const { values } = decide({ facts, now: EVENING, action: 'email' })

    expect(values.respondBy).toBe(EVENING + 30 * MINUTE)
  })

  it('of anything waits where only the phone is left to do it', () => {
    const told = { ...facts, emailOptOut: true }
    const { values } = decide({ facts: told, now: EVENING, action: 'verify-benefits' })

    expect(values.respondBy).toBe(MORNING + 30 * MINUTE)
  })

  it('goes by where the person lives, not their organisation', () => {
    const inHawaii = { state: 'HI' }
    const { values } = decide({ facts: inHawaii, companyFacts: { state: 'FL' }, now: EVENING })

    expect(values.respondBy).toBe(EVENING + 30 * MINUTE)
  })
})

describe('an explanation', () => {
  it('tells facts, reasons and consent behind the same decision', () => {
    const { values, explain } = decide({
      facts: { doNotCall: true },
      companyFacts: { companySize: 500 },
    })

    expect(explain()).toEqual({
      decision: { values, nextChangeAt: NOW + 99 },
      facts: { doNotCall: true, companySize: 500 },
      reasons,
      consent: {
        mayScore: true,
        hold: null,
        channels: ['email'],
        because: ['do-not-call', 'sms-consent-missing'],
        withCare: ['email'],
        basis: 'own-service',
        part2: false,
        restingUntil: {},
        changesAt: undefined,
      },
    })
  })

  it('has no reasons for a record that may not be scored', () => {
    const { explain } = decide({ facts: { doNotProfile: true } })

    expect(explain()).toMatchObject({
      reasons: [],
      consent: { because: ['do-not-profile', 'sms-consent-missing'], basis: 'none' },
    })
  })
})

describe('the top reason', () => {
  it('fits a single-line field', () => {
    const { values } = decide({})

    expect(values.topReason?.length ?? 0).toBeLessThanOrEqual(255)
  })
})
