import type { PlantPlace, Weave } from '#sandbox/seed/plant.ts'

const PERSON: Readonly<Record<string, Weave>> = {
  FirstName: 'text',
  LastName: 'text',
  Email: 'email',
  Phone: 'phone',
  Title: 'text',
  Description: 'text',
  Diagnosis__c: 'text',
  Diagnosis_Notes__c: 'text',
  Medication__c: 'text',
  Member_Id__c: 'text',
  SSN__c: 'text',
}

/** Fields by object that may hold somebody's words. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Weave>>>> = {
  Lead: { ...PERSON, Company: 'text', Website: 'url-path', Street: 'text', City: 'text' },
  Contact: { ...PERSON, MailingStreet: 'text', MailingCity: 'text' },
  Account: { Name: 'text', Description: 'text', Website: 'url-query' },
  Individual: { LastName: 'text' },
  Task: { Subject: 'text', Description: 'text' },
  Event: { Subject: 'text', Location: 'text', Description: 'text' },
  EmailMessage: { Subject: 'text', TextBody: 'text' },
  Campaign: { Name: 'text', Description: 'text' },
  CampaignMember: { CompanyOrAccount: 'text' },
  ContactPointTypeConsent: { Name: 'text', CaptureSource: 'text' },
  Opportunity: { Name: 'text' },
}

export const SALESFORCE_FIELD_PLACES: readonly PlantPlace[] = Object.entries(FIELDS).flatMap(
  ([type, fields]) =>
    Object.entries(fields).map(([field, weave]) => ({
      place: `salesforce.${type}.${field}`,
      type,
      field,
      weave,
    })),
)

export const SALESFORCE_PLACES: readonly string[] = SALESFORCE_FIELD_PLACES.map(
  ({ place }) => place,
)
