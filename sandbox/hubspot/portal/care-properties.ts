import { PART2_ELEMENTS, SMS_ELEMENTS } from '#sandbox/seed/create-consents.ts'
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
  ['part2_consent_elements', 'enumeration', 'um', PART2_ELEMENTS],
  ['part2_consent_signed', 'date', 'u'],
  ['part2_consent_expires', 'date', 'u'],
  ['sms_consent_elements', 'enumeration', 'um', SMS_ELEMENTS],
  ['consent_revoked', 'bool', 'u'],
  ['health_data_consent', 'bool', 'u'],
  ['diagnosis_notes', 'string', 'uasp'],
  ['social_security_number', 'string', 'uh'],
  // What people put where nobody marked it: nothing but the allow-list keeps these out.
  ['primary_diagnosis', 'string', 'u'],
  ['current_medication', 'string', 'u'],
  ['insurance_member_id', 'string', 'u'],
  ['birth_date_text', 'string', 'u'],
  ['what_brings_you_here', 'string', 'ua'],
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
