import {
  checkbox,
  classed,
  type FieldDef,
  field,
  longText,
  lookup,
  number,
  picklist,
  readOnly,
  text,
} from './field.ts'
import { INTAKE_FIELDS, SELF_INSURED } from './intake-fields.ts'
import { type ObjectDef, object } from './object.ts'

const LEAD_SOURCES = [
  'Organic Search',
  'Paid Search',
  'Referral',
  'Direct',
  'Email',
  'Event',
  'Social',
] as const
const INDUSTRIES = [
  'Technology',
  'Healthcare',
  'Education',
  'Manufacturing',
  'Retail',
  'Government',
  'Finance',
  'Hospitality',
  'Not For Profit',
] as const

const REQUIRED = { required: true }

const PERSON: readonly FieldDef[] = [
  text('FirstName', 40),
  text('LastName', 80, REQUIRED),
  readOnly(text('Name', 121)),
  text('Title', 128),
  classed(field('Email', 'email', { length: 80 }), 'Internal', ['PII']),
  field('Phone', 'phone', { length: 40 }),
  field('MobilePhone', 'phone', { length: 40 }),
  picklist('LeadSource', LEAD_SOURCES),
  lookup('OwnerId', ['User', 'Group']),
  lookup('IndividualId', ['Individual']),
  checkbox('HasOptedOutOfEmail'),
  checkbox('HasOptedOutOfFax'),
  checkbox('DoNotCall'),
  readOnly(text('EmailBouncedReason', 255)),
  readOnly(field('EmailBouncedDate', 'datetime')),
  readOnly(field('LastActivityDate', 'date')),
  longText('Description', 32_000),
  ...INTAKE_FIELDS,
]

const lead = (): ObjectDef =>
  object('Lead', '00Q', [
    ...PERSON,
    text('Company', 255, REQUIRED),
    field('Website', 'url', { length: 255 }),
    text('Street', 255),
    text('City', 40),
    text('State', 80),
    picklist('Industry', INDUSTRIES),
    field('NumberOfEmployees', 'int', { precision: 8 }),
    number('AnnualRevenue', 18, 0),
    picklist('Rating', ['Hot', 'Warm', 'Cold']),
    picklist('Status', [
      'Open - Not Contacted',
      'Working - Contacted',
      'Closed - Converted',
      'Closed - Not Converted',
    ]),
    checkbox('IsUnreadByOwner'),
    SELF_INSURED,
    readOnly(checkbox('IsConverted')),
    readOnly(field('ConvertedDate', 'date')),
    readOnly(lookup('ConvertedAccountId', ['Account'])),
    readOnly(lookup('ConvertedContactId', ['Contact'])),
    readOnly(lookup('ConvertedOpportunityId', ['Opportunity'])),
    readOnly(lookup('MasterRecordId', ['Lead'])),
  ])

const contact = (): ObjectDef =>
  object('Contact', '003', [
    ...PERSON,
    lookup('AccountId', ['Account']),
    text('MailingStreet', 255),
    text('MailingCity', 40),
    text('MailingState', 80),
    text('Department', 80),
    readOnly(checkbox('IsEmailBounced')),
    readOnly(lookup('MasterRecordId', ['Contact'])),
  ])

const account = (): ObjectDef =>
  object('Account', '001', [
    text('Name', 255, REQUIRED),
    picklist('Type', ['Employer', 'Benefits Broker', 'EAP']),
    picklist('Industry', INDUSTRIES),
    field('NumberOfEmployees', 'int', { precision: 8 }),
    field('Website', 'url', { length: 255 }),
    text('BillingState', 80),
    lookup('OwnerId', ['User']),
    longText('Description', 32_000),
    SELF_INSURED,
    readOnly(lookup('MasterRecordId', ['Account'])),
  ])

const individual = (): ObjectDef =>
  object('Individual', '0PK', [
    text('FirstName', 40),
    text('LastName', 80, REQUIRED),
    readOnly(text('Name', 121)),
    checkbox('HasOptedOutProcessing'),
    checkbox('HasOptedOutProfiling'),
    checkbox('HasOptedOutSolicit'),
    checkbox('HasOptedOutTracking'),
    checkbox('HasOptedOutGeoTracking'),
    checkbox('ShouldForget'),
    checkbox('SendIndividualData'),
    checkbox('CanStorePiiElsewhere'),
    lookup('OwnerId', ['User']),
  ])

/** Object Reference, "LeadHistory" and "ContactHistory": one row for each change of a tracked field. */
const history = (of: 'Lead' | 'Contact', keyPrefix: string): ObjectDef =>
  object(
    `${of}History`,
    keyPrefix,
    [
      readOnly(checkbox('IsDeleted')),
      readOnly(lookup(`${of}Id`, [of])),
      readOnly(picklist('Field', [])),
      // Of any type, and so not to be filtered by.
      readOnly(longText('OldValue', 255)),
      readOnly(longText('NewValue', 255)),
    ],
    { setup: true, createable: false },
  )

/** The people and organisations an org holds, each with the organisation's own intake fields. */
export const peopleObjects = (): readonly ObjectDef[] => [
  lead(),
  contact(),
  account(),
  individual(),
  history('Lead', '017'),
  history('Contact', '02X'),
]
