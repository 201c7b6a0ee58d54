import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PART2_ELEMENTS } from '#src/consent/part2-consent.ts'
import { SMS_ELEMENTS } from '#src/consent/sms-consent.ts'
import { NO_TEXTS } from '#src/privacy/allow-list.ts'
import type { Coder } from '#src/privacy/allowed-field.ts'
import { codeValue } from '#src/privacy/code-value.ts'
import { codeFields } from '#src/privacy/safe-record.ts'
import type { VocabularyName } from '#src/privacy/vocabularies.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'
import { listOf } from './portal-list.ts'

const PROGRAMS: Coder = {
  as: 'codes',
  codes: { outpatient: ['OP', 'Day clinic'], residential: ['The House on Elm'] },
}

describe('a portal\u2019s own list of values', () => {
  it.each([
    ['OP', 'outpatient'],
    ['day-clinic', 'outpatient'],
    ['the house on ELM', 'residential'],
    ['outpatient', 'outpatient'],
    ['Something new', 'other'],
  ])('reads %s as %s', (raw, code) => {
    expect(codeValue(PROGRAMS, raw)).toBe(code)
  })

  it('never lets through what is written in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (raw) => {
        expect(['outpatient', 'residential', 'other', undefined]).toContain(
          codeValue(PROGRAMS, raw),
        )
      }),
    )
  })

  it('may have its own words for yes and no', () => {
    const coder: Coder = { as: 'boolean', yes: ['Opted in'], no: ['Opted out', 'Y-declined'] }

    expect(codeValue(coder, 'opted in')).toBe(true)
    expect(codeValue(coder, 'Opted out')).toBe(false)
    expect(codeValue(coder, 'Y-declined')).toBe(false)
    expect(codeValue(coder, 'yes')).toBe(true)
    expect(codeValue(coder, 'Unknown')).toBeUndefined()
  })
})

describe('several values in one field', () => {
  const coder: Coder = { as: 'code-list', name: 'part2-elements' }

  it('are the codes they stand for, each once and in one order', () => {
    expect(codeValue(coder, 'Signature; patient_name;signature')).toEqual([
      'patient-name',
      'signature',
    ])
    expect(codeValue(coder, ['signature', 'patient_name'])).toEqual(['patient-name', 'signature'])
  })

  it.each(['', ';', ' ; ', null, []])('say nothing when there are none: %j', (raw) => {
    expect(codeValue(coder, raw)).toBeUndefined()
  })

  it('are other where nobody knows them', () => {
    expect(codeValue(coder, 'his mother agreed;purpose')).toEqual(['purpose', 'other'])
  })

  it.each([
    ['Legitimate interest \u2013 prospect/lead', ['legitimate-interest']],
    ['Freely given consent from contact;Performance of a contract', ['consent', 'contract']],
    ['Not applicable', ['not-applicable']],
    ['no consent', ['other']],
  ])('%s is the legal basis %j', (raw, codes) => {
    expect(codeValue({ as: 'code-list', name: 'legal-basis' }, raw)).toEqual(codes)
  })
})

describe('the elements of a consent', () => {
  it.each([
    ['part2-elements', PART2_ELEMENTS],
    ['sms-elements', SMS_ELEMENTS],
  ] as const)('%s are those the consent decision asks for', (name, elements) => {
    expect(VOCABULARIES[name].codes).toEqual([...elements, 'other'])
  })
})

describe('a name that is looked for', () => {
  const coder: Coder = { as: 'matches', names: ['Crisis line callback', '\u{1F198}'] }

  it.each([
    ['Crisis Line Callback', true],
    ['crisis-line callback', true],
    ['Get help now: Crisis line callback', true],
    ['Contact us', false],
    ['My crisis line callback was late', false],
    ['\u{1F198}', true],
    ['\u{1F600}', false],
    ['', undefined],
  ])('%j: %j', (raw, expected) => {
    expect(codeValue(coder, raw)).toBe(expected)
  })
})

describe('the language somebody prefers', () => {
  it.each([
    ['en', 'en'],
    ['en-us', 'en'],
    ['English', 'en'],
    ['es-MX', 'es'],
    ['Espa\u00f1ol', 'es'],
    ['Spanish (Mexico)', 'es'],
    ['fr', 'other'],
    ['estonian', 'other'],
    ['constructor', 'other'],
  ])('%s is %s', (raw, code) => {
    expect(codeValue({ as: 'vocabulary', name: 'language' }, raw)).toBe(code)
  })
})

describe('what a portal calls its own pages, forms and campaigns', () => {
  const texts = {
    ...NO_TEXTS,
    pages: [
      { match: '/elm/*', code: 'services' },
      { match: 'jobs.clinic.example/*', code: 'careers' },
      { match: '/start', code: 'admissions' },
    ],
    forms: [
      { match: 'Footer v2', code: 'newsletter' },
      { match: 'LP * callback', code: 'callback' },
    ],
    campaigns: [{ match: 'Q3*', code: 'webinar' }],
    personalDomains: ['familymail.example'],
    studentDomains: ['campus.example'],
  }
  const read = (name: VocabularyName, raw: string) =>
    codeValue({ as: 'vocabulary', name }, raw, texts)

  it.each([
    ['page-category', 'https://clinic.example/elm/pricing?email=a%40b.c', 'services'],
    ['page-category', 'https://jobs.clinic.example/pricing', 'careers'],
    ['page-category', 'https://clinic.example/start/?gclid=1#x', 'admissions'],
    ['page-category', 'https://clinic.example/startled', 'other'],
    ['page-category', 'https://clinic.example/pricing', 'pricing'],
    ['page-category', 'https://clinic.example/?next=/start', 'other'],
    ['form-category', 'Home page: Footer v2', 'newsletter'],
    ['form-category', 'LP 12 spring callback', 'callback'],
    ['form-category', 'Contact us', 'contact'],
    ['campaign-type', 'Q3 burnout', 'webinar'],
    ['campaign-type', 'Conference', 'event'],
    ['email-class', 'jo@familymail.example', 'personal'],
    ['email-class', 'jo@mail.campus.example', 'student'],
    ['email-class', 'jo@notcampus.example', 'business'],
  ] as const)('%s: %s is %s', (name, raw, code) => {
    expect(read(name, raw)).toBe(code)
  })

  it('answers with a code and nothing of the text, whatever it is', () => {
    const codes = new Set<unknown>(['services', 'careers', 'admissions'])

    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const code = read('page-category', url)

        expect(codes.has(code) || /^[a-z-]{4,14}$/.test(String(code))).toBe(true)
        expect(url.length < 15 || code !== url).toBe(true)
      }),
    )
  })
})

describe('free text', () => {
  const text = { field: 'message', fact: 'revoked', coder: { as: 'revocation' } } as const

  it('is never read without a basis on record, and counts as unreadable', () => {
    expect(codeFields(listOf([text]), 'contact', { message: 'please stop' })).toEqual({
      consentUnreadable: true,
    })
    expect(codeFields(listOf([text]), 'contact', { message: '' })).toEqual({})
  })

  it('read for a crisis with a basis on record leaves one yes or no', () => {
    const basis = 'Counsel agreed to it on 3 May'
    const entry = {
      field: 'message',
      fact: 'crisis',
      coder: { as: 'crisis-terms' },
      basis,
    } as const
    const facts = (message: string) => codeFields(listOf([entry]), 'contact', { message })

    expect(facts('I want to kill myself')).toEqual({ crisis: true })
    expect(facts('What are your opening hours?')).toEqual({ crisis: false })
    expect(facts('')).toEqual({})
  })

  it('read for a wish to be left alone leaves one yes or no', () => {
    const list = listOf([{ ...text, basis: 'Counsel agreed to it on 3 May' }])
    const facts = (message: string) => codeFields(list, 'contact', { message })

    expect(facts('STOP')).toEqual({ revoked: true })
    expect(facts('Please stop texting me')).toEqual({ revoked: true })
    expect(facts('Do you take my insurance?')).toEqual({ revoked: false })
  })
})
