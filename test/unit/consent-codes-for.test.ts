import { expect, it } from 'vitest'
import { consentCodesFor } from '#src/consent-codes-for.ts'

const CODES = [
  'under-13',
  'age-unreadable',
  'part2-consent-missing',
  'health-data-consent-missing',
  'do-not-call',
] as const

it('tells admissions of no age and of no kind of care', () => {
  expect(consentCodesFor('admissions', CODES)).toEqual([
    'another-team',
    'consent-awaited',
    'do-not-call',
  ])
})

it.each(['clinical-intake', 'admin'] as const)('tells %s every code as it is', (role) => {
  expect(consentCodesFor(role, CODES)).toEqual(CODES)
})
