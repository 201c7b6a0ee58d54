import { PART2_ELEMENTS, SMS_ELEMENTS } from '#sandbox/seed/create-consents.ts'
import { checkbox, classed, type FieldDef, field, longText, picklist, text } from './field.ts'

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
  field('Part2_Consent_Elements__c', 'multipicklist', { length: 4099, values: PART2_ELEMENTS }),
  field('Part2_Consent_Signed__c', 'date'),
  field('Part2_Consent_Expires__c', 'date'),
  field('Sms_Consent_Elements__c', 'multipicklist', { length: 4099, values: SMS_ELEMENTS }),
  checkbox('Consent_Revoked__c'),
  checkbox('Health_Data_Consent__c'),
  picklist('Preferred_Language__c', ['en', 'es', 'fr', 'other'], RESTRICTED),
  longText('Diagnosis_Notes__c', 32_768),
  // What people put into ordinary fields; some of it classed, some forgotten to be.
  classed(text('Diagnosis__c', 255), 'Restricted', ['HIPAA']),
  text('Medication__c', 255),
  text('Member_Id__c', 80),
  classed(text('SSN__c', 40), 'MissionCritical', ['PII']),
  classed(field('Date_Of_Birth__c', 'date'), 'Confidential', ['PII']),
]

/** On Lead and Account; Contacts read it from their Account. */
export const SELF_INSURED: FieldDef = checkbox('Self_Insured__c')
