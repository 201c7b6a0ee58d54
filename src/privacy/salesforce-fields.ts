import { allow, allowIn, BOOLEAN, COUNT, codeList, codes, DATE } from './allow.ts'
import type { AllowedField, AllowedFields } from './allowed-field.ts'

const task = allowIn('task')
const event = allowIn('event')
const email = allowIn('email')
const member = allowIn('campaign-member')
const deal = allowIn('deal')

// Hidden from us, nobody could be told from who opted out.
const REQUIRED = { required: true }

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
  allow('HasOptedOutOfEmail', 'emailOptOut', BOOLEAN, REQUIRED),
  allow('DoNotCall', 'doNotCall', BOOLEAN, REQUIRED),
  allow('Sms_Consent__c', 'smsConsent', BOOLEAN),
  allow('Sms_Consent_Elements__c', 'smsElements', codeList('sms-elements')),
  allow('Consent_Revoked__c', 'revoked', BOOLEAN),
  allow('Health_Data_Consent__c', 'healthDataConsent', BOOLEAN),
  // What the rows of ContactPointTypeConsent come to; no field of the person's own.
  allow('ConsentPoint.Email', 'emailConsent', codes('consent-status')),
  allow('ConsentPoint.Phone', 'phoneConsent', codes('consent-status')),
  allow('Crisis_Flag__c', 'crisis', BOOLEAN),
  allow('Existing_Patient__c', 'existingPatient', BOOLEAN),
  allow('Age_Band__c', 'ageBand', codes('age-band')),
  allow('Part2_Consent__c', 'part2Consent', codes('part2-consent')),
  allow('Part2_Consent_Elements__c', 'part2Elements', codeList('part2-elements')),
  allow('Part2_Consent_Signed__c', 'part2SignedAt', DATE),
  allow('Part2_Consent_Expires__c', 'part2ExpiresAt', DATE),
  allow('Preferred_Language__c', 'language', codes('language')),
  allow('Individual.HasOptedOutProcessing', 'doNotProcess', BOOLEAN),
  allow('Individual.HasOptedOutProfiling', 'doNotProfile', BOOLEAN),
  allow('Individual.HasOptedOutSolicit', 'doNotSolicit', BOOLEAN),
  allow('Individual.HasOptedOutTracking', 'doNotTrack', BOOLEAN),
  allow('Individual.ShouldForget', 'shouldForget', BOOLEAN),
  allow('Leadwell_Feedback__c', 'repFeedback', codes('feedback')),
]

export const SALESFORCE_FIELDS: AllowedFields = {
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
    task('TaskSubtype', 'type', codes('task-type')),
    task('CallDisposition', 'outcome', codes('call-outcome')),
    task('CallType', 'direction', codes('direction')),
    task('IsClosed', 'closed', BOOLEAN),
    task('CompletedDateTime', 'completedAt', DATE),
    task('CreatedDate', 'createdAt', DATE),
  ],
  event: [
    event('StartDateTime', 'startAt', DATE),
    event('CreatedDate', 'createdAt', DATE),
    event('Type', 'type', codes('meeting-type')),
    event('IsChild', 'copy', BOOLEAN),
  ],
  // Neither subject nor body nor address: that a mail came, and that a tracked one was opened.
  email: [
    email('Incoming', 'incoming', BOOLEAN),
    email('MessageDate', 'at', DATE),
    email('Status', 'draft', { as: 'matches', names: ['5'] }),
    email('IsTracked', 'tracked', BOOLEAN),
    email('FirstOpenedDate', 'openedAt', DATE),
    email('LastOpenedDate', 'lastOpenedAt', DATE),
    email('IsBounced', 'bounced', BOOLEAN),
  ],
  'campaign-member': [
    member('HasResponded', 'responded', BOOLEAN),
    member('FirstRespondedDate', 'respondedAt', DATE),
    member('CreatedDate', 'createdAt', DATE),
    member('Campaign.Type', 'type', codes('campaign-type')),
  ],
  // Neither name nor amount, as with HubSpot's deals.
  deal: [
    deal('CreatedDate', 'createdAt', DATE),
    deal('LastStageChangeDate', 'stageChangedAt', DATE),
    deal('CloseDate', 'closedAt', DATE),
    deal('IsClosed', 'closed', BOOLEAN),
    deal('IsWon', 'won', BOOLEAN),
  ],
}
