import { byExactWords } from './vocabulary.ts'

export const INQUIRY_TYPE = byExactWords({
  self: ['myself', 'for myself', 'me', 'individual', 'for me'],
  'loved-one': [
    'family member',
    'family',
    'friend or family',
    'a loved one',
    'for a loved one',
    'someone else',
    'my child',
    'my partner',
  ],
  'employer-benefits': [
    'employer',
    'employees',
    'my employees',
    'workplace',
    'benefits',
    'my team',
  ],
  'job-seeker': ['job', 'jobs', 'careers', 'employment', 'applicant'],
  vendor: ['sales', 'supplier', 'partnership pitch'],
  other: [],
})

export const REQUESTED_CONTACT = byExactWords({
  'call-today': ['call me today', 'phone today', 'today', 'callback today', 'call back today'],
  call: ['phone', 'phone call', 'call me', 'callback', 'call back', 'by phone'],
  email: ['e-mail', 'email me', 'by email', 'mail'],
  text: ['sms', 'text message', 'text me', 'by text'],
  none: ['no', 'no contact', 'do not contact', 'not now'],
  other: [],
})

export const SERVICE_LINE = byExactWords({
  outpatient: ['op', 'outpatient therapy', 'outpatient program'],
  telehealth: ['virtual', 'online', 'teletherapy', 'virtual care'],
  'intensive-outpatient': ['iop', 'intensive outpatient program'],
  'partial-hospital': [
    'php',
    'partial hospitalization',
    'partial hospitalization program',
    'day program',
  ],
  residential: ['rtc', 'residential treatment', 'inpatient', 'residential program'],
  'substance-use-program': [
    'sud',
    'substance use',
    'substance use disorder',
    'sud program',
    'detox',
  ],
  'workplace-program': ['workplace', 'eap', 'employee assistance program', 'employer program'],
  other: [],
})

export const VERIFICATION = byExactWords({
  'not-started': ['none', 'pending start', 'not submitted', 'new'],
  submitted: ['pending', 'in progress', 'requested', 'in review', 'vob submitted', 'started'],
  verified: ['complete', 'completed', 'approved', 'in network', 'vob verified', 'active'],
  'out-of-network': ['oon', 'not in network'],
  'self-pay': ['cash', 'cash pay', 'private pay', 'no insurance', 'uninsured'],
  other: [],
})

export const ORGANISATION_TYPE = byExactWords({
  employer: ['company', 'business'],
  'benefits-broker': ['broker', 'brokerage', 'benefits consultant', 'benefits consultancy'],
  eap: ['employee assistance program', 'eap provider'],
  'health-plan': [
    'payer',
    'payor',
    'insurer',
    'health insurer',
    'insurance carrier',
    'managed care',
  ],
  'referral-partner': ['referral source', 'referrer', 'referral'],
  'provider-org': ['provider', 'clinic', 'hospital', 'health system', 'practice', 'group practice'],
  school: ['university', 'college', 'school district'],
  other: [],
})
