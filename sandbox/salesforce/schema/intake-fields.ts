import { checkbox, type FieldDef, longText, picklist } from './field.ts'

const RESTRICTED = { restricted: true }

/** The custom fields a behavioural-health organisation keeps on Lead and Contact. */
export const INTAKE_FIELDS: readonly FieldDef[] = [
  picklist(
    'Inquiry_Type__c',
    ['self', 'loved_one', 'employer_benefits', 'job_seeker', 'vendor', 'other'],
    RESTRICTED,
  ),
  picklist('Requested_Contact__c', ['call_today', 'call', 'email', 'text', 'none'], RESTRICTED),
  picklist(
    'Service_Line__c',
    [
      'outpatient',
      'telehealth',
      'intensive_outpatient',
      'partial_hospital',
      'residential',
      'substance_use_program',
      'workplace_program',
    ],
    RESTRICTED,
  ),
  picklist(
    'Insurance_Verification__c',
    ['not_started', 'submitted', 'verified', 'out_of_network', 'self_pay'],
    RESTRICTED,
  ),
  picklist('Age_Band__c', ['under_13', '13_17', 'adult'], RESTRICTED),
  picklist('Part2_Consent__c', ['none', 'partial', 'complete'], RESTRICTED),
  checkbox('Sms_Consent__c'),
  checkbox('Crisis_Flag__c'),
  checkbox('Existing_Patient__c'),
  longText('Diagnosis_Notes__c', 32_768),
]

/** On Lead and Account; Contacts read it from their Account. */
export const SELF_INSURED: FieldDef = checkbox('Self_Insured__c')
