import { describe, expect, it } from 'vitest'
import type { Facts } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { ROLES, type Role } from '#src/privacy/allowed-field.ts'
import { maySeeScore, visibleTo } from '#src/privacy/role-view.ts'
import { listOf } from './portal-list.ts'

const LIST = shippedAllowList('hubspot')

// Who may be shown what, written down here and not taken from the code: m(arketing), a(dmissions),
// c(linical intake), n (analytics).
const MATRIX: Readonly<Record<string, string>> = {
  serviceLine: 'a c',
  inquiryType: 'a c',
  requestedContact: 'a c',
  verification: 'a c',
  crisis: 'a c',
  existingPatient: 'a c',
  ageBand: 'a c',
  healthDataConsent: 'a c',
  lastPageCategory: 'a c',
  lastFormCategory: 'a c',
  consentUnreadable: 'a c',
  emailOptOut: 'm a c',
  doNotCall: 'm a c',
  smsConsent: 'm a c',
  doNotProfile: 'm a c',
  revoked: 'm a c',
  legalBasis: 'm a c',
  state: 'm a c n',
  role: 'm a c n',
  source: 'm a c n',
  lifecycle: 'm a c n',
  industry: 'm a c n',
  companySize: 'm a c n',
  emailOpens: 'm a c n',
  repFeedback: 'a n',
  neverMapped: '',
}
const LETTERS: Readonly<Record<Exclude<Role, 'admin'>, string>> = {
  marketing: 'm',
  admissions: 'a',
  'clinical-intake': 'c',
  analytics: 'n',
}
const FACTS: Facts = Object.fromEntries(Object.keys(MATRIX).map((fact) => [fact, true]))

describe.each(Object.entries(LETTERS))('%s', (role, letter) => {
  it.each(Object.entries(MATRIX))('and %s', (fact, roles) => {
    const seen = visibleTo(role as Role, LIST, FACTS)

    expect(fact in seen).toBe(roles.split(' ').includes(letter))
  })
})

describe('the marker of a substance use program', () => {
  const facts: Facts = {
    serviceLine: 'substance-use-program',
    part2Consent: 'complete',
    part2Elements: ['signature'],
    part2ExpiresAt: 1,
    role: 'other',
  }
  const seen = (role: Role, part2Consented?: boolean) =>
    Object.keys(
      visibleTo(role, LIST, facts, part2Consented === undefined ? {} : { part2Consented }),
    )

  it('shows to admissions only with a valid consent', () => {
    expect(seen('admissions')).toEqual(['role'])
    expect(seen('admissions', false)).toEqual(['role'])
    expect(seen('admissions', true)).toEqual(Object.keys(facts))
  })

  it('shows to intake, and never to marketing or analytics', () => {
    expect(seen('clinical-intake')).toEqual(Object.keys(facts))
    expect(seen('marketing', true)).toEqual(['role'])
    expect(seen('analytics', true)).toEqual(['role'])
  })

  it('is what the owner says it is', () => {
    const policy = { ...LIST.policy, part2ServiceLines: ['residential'] }
    const own: Facts = { serviceLine: 'residential' }

    expect(visibleTo('admissions', { ...LIST, policy }, own)).toEqual({})
    expect(visibleTo('admissions', LIST, own)).toEqual(own)
  })
})

describe('a role', () => {
  it('sees what the owner narrowed only where the owner says so', () => {
    const entry = { field: 'a', fact: 'role', coder: { as: 'boolean' } } as const
    const list = listOf([
      { ...entry, roles: ['admissions'] },
      { ...entry, field: 'b' },
    ])

    expect(visibleTo('admissions', list, { role: 'x' })).toEqual({ role: 'x' })
    expect(visibleTo('marketing', list, { role: 'x' })).toEqual({})
  })

  it('but admin sees nothing that is held for auditing only', () => {
    const coder = { as: 'vocabulary', name: 'audit-gender' } as const
    const list = listOf([{ field: 'a', fact: 'auditGender', coder }])
    const facts: Facts = { auditGender: 'woman' }

    for (const role of ROLES) {
      expect([role, visibleTo(role, list, facts)]).toEqual([role, role === 'admin' ? facts : {}])
    }
  })

  it('of admin sees everything', () => {
    expect(visibleTo('admin', LIST, FACTS)).toEqual(FACTS)
  })

  it.each([
    ['marketing', false],
    ['analytics', false],
    ['admissions', true],
    ['clinical-intake', true],
    ['admin', true],
  ] as const)('%s sees the score of one person: %s', (role, may) => {
    expect(maySeeScore(role)).toBe(may)
  })
})
