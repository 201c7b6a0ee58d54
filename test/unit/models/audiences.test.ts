import { describe, expect, it } from 'vitest'
import type { Audience, Facts } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { codeFields } from '#src/privacy/safe-record.ts'
import { audienceOf } from './shipped.ts'

const TABLE: readonly (readonly [who: string, facts: Facts, audience: Audience])[] = [
  // What they said of themselves goes first.
  ['somebody who asks for themselves', { inquiryType: 'self' }, 'individual'],
  ['somebody who asks for a loved one', { inquiryType: 'loved-one' }, 'individual'],
  [
    'an HR manager of an employer who asks for themselves',
    { inquiryType: 'self', role: 'hr-manager', organisationType: 'employer' },
    'individual',
  ],
  [
    'a discharge planner who asks for a loved one',
    { inquiryType: 'loved-one', role: 'discharge-planner', organisationType: 'hospital' },
    'individual',
  ],
  ['an inquiry about employees', { inquiryType: 'employer-benefits' }, 'employer'],
  ['an inquiry of a plan', { inquiryType: 'health-plan' }, 'health-plan'],
  ['an inquiry about referring', { inquiryType: 'referral' }, 'referral-partner'],
  ['an inquiry of a provider', { inquiryType: 'provider-services' }, 'provider-org'],
  [
    'a hospital asking about its employees',
    { inquiryType: 'employer-benefits', organisationType: 'hospital' },
    'employer',
  ],
  [
    'a job seeker with a title',
    { inquiryType: 'job-seeker', role: 'benefits-leader' },
    'individual',
  ],

  // Whoever may be asking for care is treated so.
  [
    'a benefits manager whose insurance is being verified',
    { role: 'benefits-leader', verification: 'submitted', organisationType: 'employer' },
    'individual',
  ],
  [
    'an employee who asks for an outpatient service',
    { serviceLine: 'outpatient', organisationType: 'employer', role: 'executive' },
    'individual',
  ],
  [
    'somebody of whom only a service is known',
    { serviceLine: 'substance-use-program' },
    'individual',
  ],
  [
    'somebody whose verification nobody began and who leads people',
    { verification: 'not-started', role: 'people-leader' },
    'employer',
  ],
  [
    'a people leader asking for the workplace programme',
    { serviceLine: 'workplace-program', role: 'people-leader' },
    'employer',
  ],

  // Titles that only one audience has.
  ['a benefits broker', { role: 'benefits-broker' }, 'employer'],
  [
    'a benefits leader of a hospital',
    { role: 'benefits-leader', organisationType: 'hospital' },
    'employer',
  ],
  ['an EAP manager', { role: 'eap-manager' }, 'employer'],
  ['a discharge planner', { role: 'discharge-planner' }, 'referral-partner'],
  [
    'a case manager of a plan',
    { role: 'care-coordinator', organisationType: 'health-plan' },
    'referral-partner',
  ],
  ['a school counselor', { role: 'school-counselor' }, 'referral-partner'],

  // What their organisation is.
  ['somebody of a plan', { organisationType: 'health-plan' }, 'health-plan'],
  ['somebody of an EAP network', { organisationType: 'eap-network' }, 'health-plan'],
  [
    'the chief medical officer of a plan',
    { role: 'chief-medical-officer', organisationType: 'health-plan' },
    'health-plan',
  ],
  ['somebody of an EAP', { organisationType: 'eap' }, 'employer'],
  ['somebody of a brokerage', { organisationType: 'benefits-broker' }, 'employer'],
  ['somebody of an employer', { organisationType: 'employer', role: 'other' }, 'employer'],
  [
    'somebody of an outpatient provider',
    { organisationType: 'outpatient-provider' },
    'provider-org',
  ],
  [
    'somebody of a residential provider',
    { organisationType: 'residential-provider' },
    'provider-org',
  ],
  [
    'the executive director of a community centre',
    { role: 'executive-director', organisationType: 'community-mental-health-center' },
    'provider-org',
  ],
  [
    'who speaks with plans for a provider',
    { role: 'network-manager', organisationType: 'behavioral-health-provider' },
    'provider-org',
  ],
  ['somebody of a hospital', { organisationType: 'hospital' }, 'referral-partner'],
  [
    'a therapist of a school',
    { role: 'clinician', organisationType: 'school' },
    'referral-partner',
  ],
  ['somebody of a primary care practice', { organisationType: 'primary-care' }, 'referral-partner'],

  // Titles that say enough when nothing else is known.
  ['a network manager', { role: 'network-manager' }, 'health-plan'],
  ['a physician', { role: 'physician' }, 'referral-partner'],
  ['a clinical director', { role: 'clinical-leader' }, 'provider-org'],
  ['an admissions director', { role: 'admissions-leader' }, 'provider-org'],
  ['a chief executive', { role: 'executive' }, 'employer'],

  // Everybody else.
  ['somebody of whom nothing is known', {}, 'individual'],
  ['a therapist', { role: 'clinician' }, 'individual'],
  ['a marketing leader', { role: 'marketing-leader' }, 'individual'],
  ['a student', { role: 'student', emailClass: 'student' }, 'individual'],
  ['somebody whose organisation we do not know', { organisationType: 'other' }, 'individual'],
  ['a vendor', { inquiryType: 'vendor' }, 'individual'],
]

describe('the audience rules', () => {
  it.each(TABLE)('take %s by the right model', (_who, facts, audience) => {
    expect(audienceOf(facts)).toBe(audience)
  })

  it.each([
    ['VP Benefits', 'employer'],
    ['Chief People Officer', 'employer'],
    ['Benefits Broker', 'employer'],
    ['Director of Provider Contracting', 'health-plan'],
    ['Discharge Planner', 'referral-partner'],
    ['Primary Care Physician', 'referral-partner'],
    ['Chief Medical Officer', 'provider-org'],
    ['Teacher', 'individual'],
  ])('take the job title %j by the %s model', (jobtitle, audience) => {
    expect(audienceOf(codeFields(shippedAllowList('hubspot'), 'contact', { jobtitle }))).toBe(
      audience,
    )
  })
})
