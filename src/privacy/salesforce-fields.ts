import { allow, BOOLEAN, COUNT, codes, DATE } from './allow.ts'
import type { AllowedField, AllowList } from './allowed-field.ts'

/** Care and consent fields, the same on Lead and Contact. */
const PERSON: readonly AllowedField[] = [
  allow('CreatedDate', 'createdAt', DATE),
  allow('Title', 'role', codes('role')),
  allow('Email', 'emailClass', codes('email-class')),
  allow('LeadSource', 'source', codes('lead-source')),
  allow('Inquiry_Type__c', 'inquiryType', codes('inquiry-type')),
  allow('Requested_Contact__c', 'requestedContact', codes('requested-contact')),
  allow('Service_Line__c', 'serviceLine', codes('service-line')),
  allow('Insurance_Verification__c', 'verification', codes('verification')),
  allow('HasOptedOutOfEmail', 'emailOptOut', BOOLEAN),
  allow('DoNotCall', 'doNotCall', BOOLEAN),
  allow('Sms_Consent__c', 'smsConsent', BOOLEAN),
  allow('Crisis_Flag__c', 'crisis', BOOLEAN),
  allow('Existing_Patient__c', 'existingPatient', BOOLEAN),
  allow('Age_Band__c', 'ageBand', codes('age-band')),
  allow('Part2_Consent__c', 'part2Consent', codes('part2-consent')),
  allow('Individual.HasOptedOutProcessing', 'doNotProcess', BOOLEAN),
  allow('Individual.HasOptedOutProfiling', 'doNotProfile', BOOLEAN),
  allow('Individual.HasOptedOutSolicit', 'doNotSolicit', BOOLEAN),
  allow('Individual.ShouldForget', 'shouldForget', BOOLEAN),
  allow('Leadwell_Feedback__c', 'repFeedback', codes('feedback')),
]

export const SALESFORCE_FIELDS: AllowList = {
  lead: [
    ...PERSON,
    allow('State', 'state', codes('us-state')),
    allow('Status', 'leadStatus', codes('lead-status')),
    allow('Industry', 'industry', codes('industry')),
    allow('NumberOfEmployees', 'companySize', COUNT),
    allow('Self_Insured__c', 'selfInsured', BOOLEAN),
  ],
  contact: [...PERSON, allow('MailingState', 'state', codes('us-state'))],
  company: [
    allow('Industry', 'industry', codes('industry')),
    allow('NumberOfEmployees', 'companySize', COUNT),
    allow('BillingState', 'companyState', codes('us-state')),
    allow('Self_Insured__c', 'selfInsured', BOOLEAN),
    allow('Type', 'organisationType', codes('organisation-type')),
  ],
  task: [
    allow('TaskSubtype', 'type', codes('task-type')),
    allow('CallDisposition', 'outcome', codes('call-outcome')),
    allow('CallType', 'direction', codes('direction')),
    allow('IsClosed', 'closed', BOOLEAN),
    allow('CompletedDateTime', 'completedAt', DATE),
    allow('CreatedDate', 'createdAt', DATE),
  ],
  event: [
    allow('StartDateTime', 'startAt', DATE),
    allow('CreatedDate', 'createdAt', DATE),
    allow('Type', 'type', codes('meeting-type')),
    allow('IsChild', 'copy', BOOLEAN),
  ],
  'campaign-member': [
    allow('HasResponded', 'responded', BOOLEAN),
    allow('FirstRespondedDate', 'respondedAt', DATE),
    allow('CreatedDate', 'createdAt', DATE),
    allow('Campaign.Type', 'type', codes('campaign-type')),
  ],
}
