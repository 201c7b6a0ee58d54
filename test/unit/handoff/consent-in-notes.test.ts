import { describe, expect, it } from 'vitest'
import type { ConsentCode } from '#src/consent/consent-rules.ts'
import { writeHandoffNote } from '#src/handoff/write-handoff-note.ts'
import type { Facts, PortalPolicy } from '#src/ports.ts'
import { consentOf, input, LANGUAGES, NOW } from './note-input.ts'

const NOTICE = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.'
const PART2_ELEMENTS = [
  'patient-name',
  'discloser',
  'information',
  'recipient',
  'purpose',
  'right-to-revoke',
  'expiry',
  'signature',
  'date',
]
const SMS_ELEMENTS = ['signature', 'number', 'seller', 'disclosure', 'not-a-condition']
const PART2 = { serviceLine: 'substance-use-program', part2Elements: PART2_ELEMENTS }

function noteFor(facts: Facts, policy: Partial<PortalPolicy> = {}, language: 'en' | 'es' = 'en') {
  const consent = consentOf(facts, policy)
  const scored = consent.mayScore ? input().scored : undefined
  return writeHandoffNote(input({ facts, consent, scored, language, nextAction: 'none' }))
}

describe('why not a channel', () => {
  it.each([
    ['do-not-call', { doNotCall: true }, 'Not by phone, text message: asked not to be called.'],
    [
      'phone-opt-out',
      { phoneConsent: 'opt-out' },
      'Not by phone, text message: opted out, or the consent has ended.',
    ],
    ['email-opt-out', { emailOptOut: true }, 'Not by email: opted out, or the consent has ended.'],
    ['sms-consent-missing', {}, 'Not by text message: no express written consent is on record.'],
    [
      'sms-consent-incomplete',
      { smsConsent: true, smsElements: ['signature'] },
      'Not by text message: the written consent on record lacks a part the law asks for.',
    ],
    ['consent-revoked', { revoked: true }, 'Not by any channel: asked that all contact end.'],
    ['do-not-solicit', { doNotSolicit: true }, 'Not by any channel: asked not to be approached.'],
    [
      'contact-not-wanted',
      { requestedContact: 'none' },
      'Not by any channel: asked not to be contacted, or not for now.',
    ],
  ] as const)('%s', (code: ConsentCode, facts, line) => {
    expect(consentOf(facts).because).toContain(code)
    expect(noteFor(facts).split('\n')).toContain(line)
  })

  it('gives every closed channel a reason of its own', () => {
    const note = noteFor({ doNotCall: true, emailOptOut: true })

    expect(note).toContain('Allowed channels: none.')
    expect(note).toContain('Not by phone, text message: asked not to be called.')
    expect(note).toContain('Not by email: opted out, or the consent has ended.')
  })

  it('says nothing against a text message that may be sent', () => {
    const note = noteFor({ smsConsent: true, smsElements: SMS_ELEMENTS, state: 'CA' })

    expect(note).toContain('Allowed channels: phone, email, text message.')
    expect(note).toContain('Contact hours (phone, text message): ')
    expect(note).not.toContain('Not by')
  })
})

describe('with care', () => {
  it('tells to begin by asking where nothing on record says that a channel is welcome', () => {
    expect(noteFor({})).toContain(
      'With care (phone, email): nothing on record says it is welcome; begin by asking.',
    )
  })

  it('says nothing of it where the person asked for it', () => {
    const note = noteFor({ requestedContact: 'call', emailConsent: 'opt-in' })

    expect(note).not.toContain('With care')
  })
})

describe('contact hours', () => {
  it.each([
    ['CA', 'every day 8 am to 9 pm (Pacific time).'],
    [
      'UT',
      'Monday to Saturday 8 am to 9 pm, not on Sundays, not on public holidays (Mountain time).',
    ],
    [
      'RI',
      'Monday to Friday 9 am to 6 pm, Saturday 10 am to 5 pm, not on Sundays, not on public holidays (Eastern time).',
    ],
    ['TX', 'Monday to Saturday 10 am to 9 pm, Sunday 1 pm to 9 pm (Central time).'],
  ])('of %s', (state, hours) => {
    expect(noteFor({ state })).toContain(`Contact hours (phone): ${hours}`)
  })

  it('are the narrowest there are where no state is known', () => {
    expect(noteFor({})).toMatch(/Contact hours \(phone\): Monday to Friday 2 pm to 6 pm/)
  })

  it('are told in Spanish', () => {
    expect(noteFor({ state: 'TX' }, {}, 'es')).toContain(
      'Horario de contacto (teléfono): de lunes a sábado de 10 a. m. a 9 p. m., domingos de 1 p. m. a 9 p. m. (hora del centro).',
    )
  })

  it('are left out when only email is open', () => {
    expect(noteFor({ doNotCall: true })).not.toContain('Contact hours')
  })
})

describe('a hold', () => {
  it.each([
    ['do-not-profile', { doNotProfile: true }, 'Not scored: this person asked'],
    ['another-team', { ageBand: '13-17' }, 'Not scored: please pass this inquiry'],
    ['consent-awaited', { serviceLine: 'substance-use-program' }, 'Not scored: a consent'],
    ['no-consent', { consentUnreadable: true }, 'Not scored: a consent field on this record'],
    ['existing-patient', { existingPatient: true }, 'Already in contact with the care team'],
    ['no-consent', { revoked: true }, 'Scored for internal reporting only'],
  ])('%s is told in neutral words', (hold, facts, line) => {
    const note = noteFor(facts)

    expect(consentOf(facts).hold).toBe(hold)
    expect(note).toContain(`NEXT\n${line}`)
    expect(note).not.toMatch(/substance|alcohol|drug|\bage|years? old|child|minor/i)
  })

  it.each([
    ['Not scored: no legal basis for contact is on record yet.', {}, { requireLegalBasis: true }],
    [
      'Not scored: a consent this inquiry needs is not on file yet.',
      { state: 'WA' },
      { coveredEntity: false },
    ],
  ])('tells which consent is missing: %s', (line, facts, policy) => {
    expect(noteFor(facts, policy)).toContain(`NEXT\n${line}`)
  })

  it('of a second kind is told as the reason why a channel is closed', () => {
    const note = noteFor({ doNotProfile: true }, { requireLegalBasis: true })

    expect(note).toContain('Not scored: this person asked')
    expect(note).toContain('Not by any channel: no legal basis for contact is on record.')
  })

  it('is told once where it closes every channel', () => {
    expect(noteFor({ ageBand: 'under-13' })).toBe(
      'NEXT\nNot scored: please pass this inquiry to the team your organisation names for it.\n\nCHANNELS\nAllowed channels: none.',
    )
  })
})

describe('a record under 42 CFR Part 2', () => {
  it('carries the statement of 2.32 and when its consent was signed', () => {
    const signed = noteFor({ ...PART2, part2SignedAt: NOW - 86_400_000 })

    expect(signed).toContain(
      `NOTICE\n${NOTICE}\nThe written consent on file was signed on 19 Nov 2026.`,
    )
    expect(noteFor(PART2)).toContain(`${NOTICE}\nA written consent is on file; the date`)
  })

  it('carries the statement word for word in a Spanish note as well', () => {
    expect(noteFor(PART2, {}, 'es')).toMatch(new RegExp(`AVISO\n.*parte 2.*${NOTICE}`))
  })

  it('carries no notice where the service is not a Part 2 program', () => {
    expect(noteFor({ serviceLine: 'residential' })).not.toContain('42 CFR')
  })

  it.each(LANGUAGES)('confirms nothing without a consent (%s)', (language) => {
    const told = [
      {},
      { existingPatient: true },
      { doNotCall: true, emailOptOut: true },
      { verification: 'verified', createdAt: NOW, part2SignedAt: NOW },
    ].map((more) => noteFor({ serviceLine: 'substance-use-program', ...more }, {}, language))

    for (const note of told) {
      expect(note).not.toMatch(/42 CFR|part(?:e)? 2|2026|care team|equipo de atención|asked|pidió/i)
    }
  })

  it('gives the same note to an inquiry without consent and one to another service that needs one', () => {
    const asked = { state: 'WA', doNotCall: true, emailOptOut: true }
    const other = noteFor(asked, { coveredEntity: false })
    const part2 = noteFor({ ...asked, serviceLine: 'substance-use-program' })

    expect(part2).toBe(other)
  })
})
