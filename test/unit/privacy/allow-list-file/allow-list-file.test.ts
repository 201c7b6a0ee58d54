import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import type { PortalPolicy } from '#src/ports.ts'
import { allowFrom } from '#src/privacy/allow.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { diffAllowLists } from '#src/privacy/allow-list-file/diff-allow-lists.ts'
import { parseAllowList } from '#src/privacy/allow-list-file/parse-allow-list.ts'
import { serialiseAllowList } from '#src/privacy/allow-list-file/serialise-allow-list.ts'
import type { AllowList, Coder, PortalTexts } from '#src/privacy/allowed-field.ts'
import { RECORD_FACTS } from '#src/privacy/facts.ts'
import { listOf } from '../portal-list.ts'

/** What is said of a wrong file, line by line. */
function problemsOf(text: string): readonly string[] {
  try {
    parseAllowList(text, 'list.yaml')
  } catch (error) {
    if (error instanceof PermanentError) return error.message.split('\n').slice(1)
    throw error
  }
  return []
}

const AUDIT_BASIS = 'basis: Our counsel approved a yearly audit'

const contact = (entry: string): string => `crm: hubspot\nfields:\n  contact:\n    - ${entry}\n`

describe('the file of an allow-list', () => {
  it.each(['hubspot', 'salesforce'] as const)('says all there is of what ships for %s', (crm) => {
    const list = shippedAllowList(crm)

    expect(parseAllowList(serialiseAllowList(list), 'list.yaml')).toEqual(list)
  })

  it('says the same again after a round trip, whatever is in it', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/)
    const spelling = fc
      .string({ minLength: 1, maxLength: 30, unit: 'binary' })
      .filter((text) => /[a-z0-9]/i.test(text))
    const coder: fc.Arbitrary<Coder> = fc.oneof(
      fc.constant<Coder>({ as: 'date' }),
      fc.record({ as: fc.constant('number' as const), max: fc.integer({ min: 1 }) }),
      fc.record({
        as: fc.constant('matches' as const),
        names: fc.array(spelling, { minLength: 1 }),
      }),
      word.map((code): Coder => ({ as: 'codes', codes: { [code]: [`${code} x`] } })),
    )
    const entry = fc
      .record({
        field: fc
          .stringMatching(/^[a-z][a-z0-9_]{0,20}$/)
          .filter((name) => !name.startsWith('leadwell')),
        fact: word.filter((name) => !Object.hasOwn(RECORD_FACTS, name)),
        coder,
        basis: fc.constantFrom('', 'counsel approved it on 3 May: #12 "x"'),
        required: fc.boolean(),
      })
      .map(({ basis, required, ...rest }) =>
        allowFrom('contact', {
          ...rest,
          category: 'custom',
          ...(basis === '' ? {} : { basis }),
          ...(required ? { required } : {}),
        }),
      )
    const texts: fc.Arbitrary<PortalTexts> = fc.record({
      pages: fc.array(fc.record({ match: spelling, code: fc.constant('pricing') })),
      forms: fc.array(fc.record({ match: spelling, code: fc.constant('demo') })),
      campaigns: fc.constant([]),
      personalDomains: fc.array(fc.domain()),
      studentDomains: fc.constant([]),
    })
    const policy: fc.Arbitrary<PortalPolicy> = fc.record({
      part2ServiceLines: fc.subarray(['residential', 'outpatient']),
      part2StatusSuffices: fc.boolean(),
      smsCheckboxSuffices: fc.boolean(),
      coveredEntity: fc.boolean(),
      requireLegalBasis: fc.boolean(),
      noteLanguage: fc.constantFrom('en', 'es'),
      repEdits: fc.constantFrom('put-right', 'respect'),
      selfApproval: fc.boolean(),
    })
    const list: fc.Arbitrary<AllowList> = fc.record({
      crm: fc.constant('hubspot' as const),
      version: fc.nat(),
      activityRetentionDays: fc.integer({ min: 1, max: 3_650 }),
      policy,
      texts,
      fields: fc
        .uniqueArray(entry, { selector: ({ field, fact }) => `${field} ${fact}` })
        .map((entries) => ({ contact: entries })),
    })

    fc.assert(
      fc.property(list, (before) => {
        const after = parseAllowList(serialiseAllowList(before), 'list.yaml')

        expect(after).toEqual(before)
        expect(diffAllowLists(before, after)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('fills in from the registry what is left out', () => {
    const list = parseAllowList(
      contact('{ field: texting, fact: smsConsent, as: boolean }'),
      'list.yaml',
    )

    expect(list.fields.contact).toEqual([
      allowFrom('contact', { field: 'texting', fact: 'smsConsent', coder: { as: 'boolean' } }),
    ])
    expect(list.fields.contact?.[0]).toMatchObject({ category: 'consent', retentionDays: 1_825 })
    expect(list.policy).toEqual(shippedAllowList('hubspot').policy)
  })

  it('keeps what is only proposed out of force', () => {
    const list = listOf([{ field: 'texting', fact: 'smsConsent', coder: { as: 'boolean' } }])
    const entry = allowFrom('contact', { field: 'x', fact: 'doNotCall', coder: { as: 'boolean' } })
    const text = serialiseAllowList(list, { remarks: { contact: [{ why: 'its name', entry }] } })

    expect(parseAllowList(text, 'list.yaml')).toEqual(list)
    expect(parseAllowList(text.replaceAll(/^ {4}#(?! Proposed)/gm, '    '), 'list.yaml')).toEqual(
      listOf([{ field: 'texting', fact: 'smsConsent', coder: { as: 'boolean' } }, entry]),
    )
  })
})

describe('a wrong allow-list file', () => {
  it.each([
    [
      'fact: rol, as: vocabulary, vocabulary: role',
      'fact is not a known fact; did you mean "role"?',
    ],
    ['fact: toString, as: boolean', 'fact is not a known fact'],
    ['fact: crisis, as: boolen', 'as must be one of'],
    ['fact: crisis, as: date', 'as must be boolean or matches or crisis-terms'],
    ['fact: crisis, as: crisis-terms', 'basis is needed'],
    ['fact: crisis, as: crisis-terms, basis: ok', 'basis is needed'],
    ['fact: revoked, as: revocation', 'basis is needed'],
    ['fact: revoked, as: crisis-terms, basis: our counsel said so', 'as must be'],
    ['fact: smsConsent, as: boolean, names: [a]', 'names does not go with as: boolean'],
    ['fact: role, as: vocabulary', 'as needs vocabulary'],
    ['fact: role, as: vocabulary, vocabulary: industry', 'vocabulary must be role'],
    ['fact: role, as: vocabulary, vocabulary: rolle', 'vocabulary must be one of'],
    ['fact: part2Consent, as: codes, codes: { compleet: [A] }', 'did you mean "complete"?'],
    ['fact: part2Consent, as: codes, codes: { none: [A], partial: [a] }', 'two codes'],
    ['fact: smsConsent, as: boolean, yes: [In], no: [in]', 'two codes'],
    ['fact: smsElements, as: code-list', 'as needs either vocabulary or codes'],
    ['fact: crisis, as: boolean, roles: [marketing]', 'roles can only be narrowed'],
    ['fact: crisis, as: boolean, category: custom', 'category is safety for this fact'],
    ['fact: crisis, as: boolean, purpose: scoring', 'purpose is safety for this fact'],
    ['fact: role, as: vocabulary, vocabulary: role, retentionDays: 0', 'at least 1'],
    [
      'fact: role, as: vocabulary, vocabulary: role, retentionDay: 9',
      'did you mean "retentionDays"?',
    ],
    ['fact: bed_nights, as: number, category: custom', 'camelCase'],
    ['fact: consentUnreadable, as: boolean, category: custom', 'a name we set ourselves'],
    ['fact: mood, as: vocabulary, vocabulary: role, category: custom', 'as must be number or'],
    ['fact: mood, as: codes, codes: { So So: [x] }, category: custom', 'small letters'],
    ['fact: mood, as: crisis-terms, category: custom, basis: our counsel said so', 'as must be'],
    [
      'fact: auditVeteran, as: vocabulary, vocabulary: audit-yes-no',
      'basis is needed, in a sentence: say why it may lawfully be held for auditing',
    ],
    ['fact: auditVeteran, as: vocabulary, vocabulary: audit-yes-no, basis: ok', 'basis is needed'],
    [`fact: auditVeteran, as: boolean, ${AUDIT_BASIS}`, 'as must be vocabulary or codes'],
    [
      `fact: auditVeteran, as: vocabulary, vocabulary: audit-yes-no, ${AUDIT_BASIS}, roles: [analytics]`,
      'this fact is for admin',
    ],
    [
      `fact: auditVeteran, as: vocabulary, vocabulary: audit-yes-no, ${AUDIT_BASIS}, purpose: scoring`,
      'purpose is audit for this fact',
    ],
    [
      'fact: eyeColour, as: codes, codes: { blue: [x] }, category: audit',
      'category audit is for these facts only: auditGender, auditRaceEthnicity, auditAgeBand, auditPayerType, auditVeteran, auditDisability',
    ],
    [
      'fact: eyeColour, as: codes, codes: { blue: [x] }, category: custom, purpose: audit',
      'purpose audit is for these facts only: auditGender',
    ],
    ['fact: role, as: vocabulary, vocabulary: role, category: audit', 'category is profile'],
  ])('is told of %s', (entry, told) => {
    const [problem = ''] = problemsOf(contact(`{ field: some_field, ${entry} }`))

    expect(problem).toMatch(/^list\.yaml:4 contact some_field: /)
    expect(problem).toContain(told)
  })

  it.each([
    ['HealthCloudGA__Record__c', 'basis is needed'],
    ['Leadwell_Score__c', 'is written by us and never read'],
    ['A.B.C', 'as salesforce knows it'],
    ['Name FROM Contact', 'as salesforce knows it'],
  ])('may not name %s', (field, told) => {
    const text = `crm: salesforce\nfields:\n  lead:\n    - { field: ${field}, fact: crisis, as: boolean }\n`

    expect(problemsOf(text).join('\n')).toContain(told)
  })

  it('is told that an organisation has nothing that is held for auditing', () => {
    const entry = `{ field: owned_by, fact: auditGender, as: vocabulary, vocabulary: audit-gender, ${AUDIT_BASIS} }`

    expect(problemsOf(`crm: hubspot\nfields:\n  company:\n    - ${entry}\n`)).toEqual([
      'list.yaml:4 company owned_by: fact is held for auditing, of contacts and leads only',
    ])
  })

  it('is told all at once, in the order of its lines', () => {
    const told = problemsOf(`crm: hubspot
fields:
  contct: []
  contact:
    - { field: a, fact: rol, as: boolean }
    - { field: b, fact: crisis, as: boolean, rols: [admin] }
  lead:
    - { field: c, fact: crisis, as: boolean }
policy:
  part2ServiceLines: [residental]
  noteLanguage: fr
texts:
  pages:
    - { match: /a, code: admision }
    - { match: "*", code: demo }
`)

    expect(told.map((problem) => problem.replace(/;.*/, ''))).toEqual([
      'list.yaml:3 fields.contct is not a known key here',
      'list.yaml:5 contact a: fact is not a known fact',
      'list.yaml:6 contact b: rols is not a known key here',
      'list.yaml:7 fields.lead is no object of hubspot',
      'list.yaml:10 policy.part2ServiceLines.0 is not a known code',
      'list.yaml:11 policy.noteLanguage must be one of en, es',
      'list.yaml:14 texts.pages.0.code is not a known code',
      'list.yaml:15 texts.pages.1.match would fit everything',
    ])
  })

  it.each(['', '- a', 'crm: 3', 'fields: 7', 'crm: hubspot\nfields: [\n', 'a: *b', '\tcrm: x'])(
    'is refused whatever it is: %j',
    (text) => {
      expect(problemsOf(text).length).toBeGreaterThan(0)
    },
  )

  it('is never quoted: what stands in it may be somebody\u2019s words', () => {
    const canary = 'zqcanary'
    const keys = [
      'fact',
      'as',
      'vocabulary',
      'category',
      'purpose',
      'roles',
      'names',
      'retentionDays',
    ]

    for (const key of keys) {
      for (const value of [canary, `[${canary}]`, `{ x: ${canary} }`]) {
        const told = problemsOf(contact(`{ field: a, fact: role, as: date, ${key}: ${value} }`))

        expect(told.length).toBeGreaterThan(0)
        expect(told.join('\n')).not.toContain(canary)
      }
    }
  })
})

describe('the difference of two lists', () => {
  const before = listOf([
    { field: 'a', fact: 'smsConsent', coder: { as: 'boolean' } },
    { field: 'b', fact: 'crisis', coder: { as: 'boolean' } },
  ])

  it('is told in words', () => {
    const after = listOf(
      [
        {
          field: 'a',
          fact: 'smsConsent',
          coder: { as: 'boolean', yes: ['In'] },
          retentionDays: 90,
        },
        {
          field: 'message',
          fact: 'revoked',
          coder: { as: 'revocation' },
          basis: 'Counsel agreed to it',
        },
      ],
      {
        policy: { ...before.policy, smsCheckboxSuffices: true },
        texts: { ...before.texts, pages: [{ match: '/x', code: 'demo' }] },
        activityRetentionDays: 365,
      },
    )

    expect(
      diffAllowLists(before, after).map(({ kind, where, text }) => [kind, where, text]),
    ).toEqual([
      [
        'changed',
        'contact',
        'a → smsConsent: days kept 1825 → 90; read as boolean → boolean, yes ["In"]',
      ],
      ['added', 'contact', 'message becomes revoked (revocation, basis: Counsel agreed to it)'],
      ['removed', 'contact', 'b becomes crisis (boolean)'],
      ['added', 'texts', 'pages: /x is demo'],
      ['changed', 'policy', 'smsCheckboxSuffices: false → true'],
      ['changed', 'retention', 'activityRetentionDays: 730 → 365'],
    ])
  })

  it('tells another order of the fields of one fact, as the first may win', () => {
    const fields = ['a', 'b'].map((field) => ({
      field,
      fact: 'companySize',
      coder: { as: 'number' } as const,
    }))

    expect(diffAllowLists(listOf(fields), listOf(fields.toReversed()))).toEqual([
      { kind: 'changed', where: 'contact', text: 'companySize is read in another order: b, a' },
    ])
  })
})
