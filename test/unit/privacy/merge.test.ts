import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { Coder } from '#src/privacy/allowed-field.ts'
import { codeFact, codeFields, toSafeRecord } from '#src/privacy/safe-record.ts'
import type { VocabularyName } from '#src/privacy/vocabularies.ts'
import { listOf } from './portal-list.ts'

const BOOLEAN: Coder = { as: 'boolean' }
const words = (name: VocabularyName): Coder => ({ as: 'vocabulary', name })
const list = (name: VocabularyName): Coder => ({ as: 'code-list', name })

/** What two fields of one fact come to. */
function both(fact: string, coder: Coder, a: unknown, b: unknown): unknown {
  const fields = ['a', 'b'].map((field) => ({ field, fact, coder }))
  return codeFields(listOf(fields), 'contact', { a, b })[fact]
}

describe('two fields of one fact', () => {
  it.each([
    'emailOptOut',
    'doNotCall',
    'doNotProfile',
    'doNotProcess',
    'doNotSolicit',
    'doNotTrack',
    'shouldForget',
    'revoked',
    'part2Revoked',
    'crisis',
    'existingPatient',
  ])('are %s as soon as one says so', (fact) => {
    expect(both(fact, BOOLEAN, 'false', 'true')).toBe(true)
    expect(both(fact, BOOLEAN, 'true', 'false')).toBe(true)
    expect(both(fact, BOOLEAN, '', 'true')).toBe(true)
    expect(both(fact, BOOLEAN, 'false', '')).toBe(false)
  })

  it.each(['smsConsent', 'healthDataConsent'])('are %s only when none says no', (fact) => {
    expect(both(fact, BOOLEAN, 'true', 'false')).toBe(false)
    expect(both(fact, BOOLEAN, 'false', 'true')).toBe(false)
    expect(both(fact, BOOLEAN, 'true', 'true')).toBe(true)
    expect(both(fact, BOOLEAN, '', 'true')).toBe(true)
  })

  it.each([
    ['ageBand', 'age-band', 'adult', '16', '13-17'],
    ['ageBand', 'age-band', '16', '9', 'under-13'],
    ['ageBand', 'age-band', 'adult', 'see file', 'other'],
    ['part2Consent', 'part2-consent', 'complete', 'partial', 'partial'],
    ['part2Consent', 'part2-consent', 'partial', 'none', 'none'],
    ['part2Consent', 'part2-consent', 'complete', 'see file', 'other'],
    ['emailConsent', 'consent-status', 'OptIn', 'OptOut', 'opt-out'],
    ['phoneConsent', 'consent-status', 'opt-in', 'expired', 'expired'],
    ['requestedContact', 'requested-contact', 'call me today', 'do not contact', 'none'],
    ['requestedContact', 'requested-contact', 'by email', 'not now', 'none'],
    ['requestedContact', 'requested-contact', 'by phone', 'by email', 'email'],
    ['requestedContact', 'requested-contact', 'see file', 'by phone', 'call'],
  ] as const)('%s by %s: of %s and %s it is %s', (fact, name, a, b, expected) => {
    expect(both(fact, words(name), a, b)).toBe(expected)
    expect(both(fact, words(name), b, a)).toBe(expected)
  })

  it('are, of HubSpot, the opt-out of all email and that of any one kind', () => {
    const shipped = shippedAllowList('hubspot')
    const told = (more: object) =>
      codeFields(shipped, 'contact', { hs_email_optout: 'false', ...more })

    expect(told({ hs_email_optout_8: 'false', hs_email_optout_104: 'true' })).toEqual({
      emailOptOut: true,
    })
    expect(told({ hs_email_optout_8: 'false', hs_email_optout_104: '' })).toEqual({
      emailOptOut: false,
    })
    expect(told({ hs_email_optout_8: 'perhaps' })).toMatchObject({ consentUnreadable: true })
    expect(told({ hs_email_optout_survey: 'true' })).toEqual({ emailOptOut: false })
  })

  it('hold of a consent only what both hold', () => {
    expect(both('smsElements', list('sms-elements'), 'signature;number', 'number;seller')).toEqual([
      'number',
    ])
    expect(both('part2Elements', list('part2-elements'), 'purpose', '')).toEqual(['purpose'])
  })

  it('end a Part 2 consent on the earlier day', () => {
    expect(both('part2ExpiresAt', { as: 'date' }, '2027-01-02', '2026-12-31')).toBe(
      Date.UTC(2026, 11, 31, 12),
    )
  })

  it('are the service line under Part 2 where one is', () => {
    expect(both('serviceLine', words('service-line'), 'outpatient', 'SUD Program')).toBe(
      'substance-use-program',
    )
  })

  it('are of any other fact the first that says something we know', () => {
    expect(both('role', words('role'), 'zzz', 'HR Director')).not.toBe('other')
    expect(both('state', words('us-state'), 'CA', 'NY')).toBe('ca')
    expect(both('state', words('us-state'), '', 'NY')).toBe('ny')
  })
})

describe('a consent field nobody can read', () => {
  it.each([
    ['smsConsent', BOOLEAN, 'maybe'],
    ['emailOptOut', BOOLEAN, 'see note'],
    ['crisis', BOOLEAN, 'perhaps'],
    ['existingPatient', BOOLEAN, 2],
    ['doNotCall', BOOLEAN, {}],
    ['part2ExpiresAt', { as: 'date' }, 'next spring'],
  ] as const)('%s marks the record', (fact, coder, raw) => {
    expect(codeFields(listOf([{ field: 'a', fact, coder }]), 'contact', { a: raw })).toEqual({
      consentUnreadable: true,
    })
  })

  it.each(['', ' ', null, undefined, []])('is not one that is empty: %j', (raw) => {
    const fields = listOf([{ field: 'a', fact: 'emailOptOut', coder: BOOLEAN }])

    expect(codeFields(fields, 'contact', { a: raw })).toEqual({})
  })

  it('is not one that has nothing to do with consent', () => {
    const fields = listOf([{ field: 'a', fact: 'companySize', coder: { as: 'number' } }])

    expect(codeFields(fields, 'contact', { a: 'many' })).toEqual({})
  })

  it('marks the record even when another field of the fact can be read', () => {
    const fields = ['a', 'b'].map((field) => ({ field, fact: 'smsConsent', coder: BOOLEAN }))

    expect(codeFields(listOf(fields), 'contact', { a: 'true', b: 'ask him' })).toEqual({
      smsConsent: true,
      consentUnreadable: true,
    })
  })

  it('is also one that vanished from the CRM, and no other field', () => {
    const shipped = shippedAllowList('hubspot')
    const coded = (vanished: readonly string[]) =>
      codeFields(shipped, 'contact', { jobtitle: '' }, { vanished })

    expect(coded(['hs_email_optout'])).toEqual({ consentUnreadable: true })
    expect(coded(['jobtitle'])).toEqual({})
    expect(coded([])).toEqual({})
  })

  it('changes the fingerprint, so that the record is looked at again', () => {
    const raw = { object: 'contact', id: '1', companyId: undefined, fields: {}, activities: [] }
    const shipped = shippedAllowList('hubspot')
    const record = (vanished: readonly string[]) =>
      toSafeRecord(shipped, { ...raw, object: 'contact', vanished })

    expect(record(['hs_email_optout']).fingerprint).not.toBe(record([]).fingerprint)
  })
})

describe('who asked not to be tracked', () => {
  it('leaves no trace of visits and opens, and keeps what they did themselves', () => {
    const shipped = shippedAllowList('hubspot')
    const tracked = { field: 'no_tracking', fact: 'doNotTrack', coder: BOOLEAN }
    const contact = [...(shipped.fields.contact ?? []), ...(listOf([tracked]).fields.contact ?? [])]
    const record = toSafeRecord(
      { ...shipped, fields: { contact } },
      {
        object: 'contact',
        id: '1',
        companyId: undefined,
        fields: {
          no_tracking: 'true',
          hs_email_open: '4',
          hs_analytics_num_page_views: '9',
          hs_email_replied: '1',
          num_conversion_events: '2',
        },
        activities: [
          { kind: 'page-viewed', category: 'pricing', at: 1 },
          { kind: 'email-opened', category: 'other', at: 2 },
          { kind: 'form-submitted', category: 'contact', at: 3 },
        ],
      },
    )

    expect(record.facts).toEqual({ doNotTrack: true, emailReplies: 1, formSubmissions: 2 })
    expect(record.activities.map(({ kind }) => kind)).toEqual(['form-submitted'])
  })
})

describe('one field read for two facts', () => {
  const fields = listOf([
    { field: 'form', fact: 'crisis', coder: { as: 'matches', names: ['Crisis line callback'] } },
    { field: 'form', fact: 'lastFormCategory', coder: words('form-category') },
  ])

  it('tells both, and one alone when asked for one', () => {
    const form = { form: 'Crisis line callback' }

    expect(codeFields(fields, 'contact', form)).toEqual({
      crisis: true,
      lastFormCategory: 'callback',
    })
    expect(codeFact(fields, 'contact', 'lastFormCategory', form)).toBe('callback')
  })
})

describe('a service line of the owner\u2019s under Part 2', () => {
  it('wins by the owner\u2019s policy, not by ours', () => {
    const fields = ['a', 'b'].map((field) => ({
      field,
      fact: 'serviceLine',
      coder: words('service-line'),
    }))
    const policy = { ...DEFAULT_POLICY, part2ServiceLines: ['residential'] }

    expect(
      codeFields(listOf(fields, { policy }), 'contact', { a: 'SUD Program', b: 'residential' }),
    ).toEqual({ serviceLine: 'residential' })
  })
})
