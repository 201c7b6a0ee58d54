import type { PropertyRow } from './property-definition.ts'

/** Custom properties (trait u) a behavioural-health portal keeps; s marks HubSpot's sensitive ones. */
export const CARE_CONTACT_PROPERTIES: readonly PropertyRow[] = [
  [
    'inquiry_type',
    'enumeration',
    'u',
    ['self', 'loved_one', 'employer_benefits', 'job_seeker', 'vendor', 'other'],
  ],
  ['requested_contact', 'enumeration', 'u', ['call_today', 'call', 'email', 'text', 'none']],
  [
    'service_line',
    'enumeration',
    'u',
    [
      'outpatient',
      'telehealth',
      'intensive_outpatient',
      'partial_hospital',
      'residential',
      'substance_use_program',
      'workplace_program',
    ],
  ],
  [
    'insurance_verification_status',
    'enumeration',
    'u',
    ['not_started', 'submitted', 'verified', 'out_of_network', 'self_pay'],
  ],
  ['age_band', 'enumeration', 'u', ['under_13', '13_17', 'adult']],
  ['part2_consent', 'enumeration', 'u', ['none', 'partial', 'complete']],
  ['do_not_call', 'bool', 'u'],
  ['sms_consent', 'bool', 'u'],
  ['do_not_profile', 'bool', 'u'],
  ['crisis_flag', 'bool', 'u'],
  ['existing_patient', 'bool', 'u'],
  ['diagnosis_notes', 'string', 'uas'],
]

export const CARE_COMPANY_PROPERTIES: readonly PropertyRow[] = [
  ['self_insured', 'bool', 'u'],
  [
    'organization_type',
    'enumeration',
    'u',
    ['employer', 'benefits_broker', 'eap', 'health_plan', 'provider', 'school'],
  ],
]
