import { checkbox, field, longText, lookup, number, picklist, readOnly, text } from './field.ts'
import { type ObjectDef, object } from './object.ts'

const REQUIRED = { required: true }

const campaign = (): ObjectDef =>
  object('Campaign', '701', [
    text('Name', 80, REQUIRED),
    picklist('Type', ['Webinar', 'Web Form', 'Content', 'Email', 'Conference', 'Other']),
    picklist('Status', ['Planned', 'In Progress', 'Completed', 'Aborted']),
    checkbox('IsActive'),
    field('StartDate', 'date'),
    lookup('OwnerId', ['User']),
    longText('Description', 32_000),
  ])

const campaignMemberStatus = (): ObjectDef =>
  object('CampaignMemberStatus', '01Y', [
    lookup('CampaignId', ['Campaign'], REQUIRED),
    text('Label', 765),
    field('SortOrder', 'int', { precision: 9 }),
    checkbox('IsDefault'),
    checkbox('HasResponded'),
  ])

const campaignMember = (): ObjectDef =>
  object(
    'CampaignMember',
    '00v',
    [
      lookup('CampaignId', ['Campaign'], { required: true, updateable: false }),
      lookup('LeadId', ['Lead'], { updateable: false }),
      lookup('ContactId', ['Contact'], { updateable: false }),
      text('Status', 40),
      readOnly(text('CompanyOrAccount', 255)),
      readOnly(picklist('Type', ['Lead', 'Contact'])),
      readOnly(checkbox('HasResponded')),
      readOnly(field('FirstRespondedDate', 'date')),
    ],
    // Change Data Capture guide: members deleted singly never reach the recycle bin.
    { hardDelete: true },
  )

const opportunity = (): ObjectDef =>
  object('Opportunity', '006', [
    text('Name', 120, REQUIRED),
    lookup('AccountId', ['Account']),
    lookup('CampaignId', ['Campaign']),
    lookup('OwnerId', ['User']),
    picklist('StageName', ['Prospecting', 'Proposal', 'Closed Won', 'Closed Lost'], REQUIRED),
    number('Amount', 18, 2),
    field('CloseDate', 'date', REQUIRED),
    readOnly(field('LastStageChangeDate', 'datetime')),
    readOnly(checkbox('IsClosed')),
    readOnly(checkbox('IsWon')),
    longText('Description', 32_000),
  ])

const opportunityContactRole = (): ObjectDef =>
  object('OpportunityContactRole', '00K', [
    lookup('OpportunityId', ['Opportunity'], { required: true, updateable: false }),
    lookup('ContactId', ['Contact'], REQUIRED),
    picklist('Role', ['Decision Maker', 'Evaluator', 'Other']),
    checkbox('IsPrimary'),
  ])

/** Campaigns, who responded to them, and deals. */
export const campaignObjects = (): readonly ObjectDef[] => [
  campaign(),
  campaignMemberStatus(),
  campaignMember(),
  opportunity(),
  opportunityContactRole(),
]
