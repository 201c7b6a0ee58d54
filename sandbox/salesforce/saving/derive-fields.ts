import type { Org } from '../org.ts'
import { type Row, toDate, toDateTime } from '../row.ts'

type Derive = (row: Row, org: Org) => Row

const withName: Derive = (row) => ({
  ...row,
  Name: [row['FirstName'], row['LastName']].filter((part) => part != null).join(' '),
})

const asTask: Derive = (row, org) => {
  const closed = row['Status'] === 'Completed'
  const completed = closed ? (row['CompletedDateTime'] ?? toDateTime(org.now())) : null
  return {
    ...row,
    TaskSubtype: row['TaskSubtype'] ?? 'Task',
    Status: row['Status'] ?? 'Not Started',
    Priority: row['Priority'] ?? 'Normal',
    IsClosed: closed,
    CompletedDateTime: completed,
  }
}

const asEvent: Derive = (row) => {
  const start = Date.parse(String(row['StartDateTime']))
  const minutes = typeof row['DurationInMinutes'] === 'number' ? row['DurationInMinutes'] : 60
  return {
    ...row,
    DurationInMinutes: minutes,
    EndDateTime: row['EndDateTime'] ?? toDateTime(start + minutes * 60_000),
    ActivityDate: toDate(start),
  }
}

/**
 * Whether a member responded follows from its status in its campaign and cannot be set
 * (Object Reference, CampaignMember and CampaignMemberStatus).
 */
const asCampaignMember: Derive = (row, org) => {
  const statuses = org.records.referencing(
    'CampaignMemberStatus',
    'CampaignId',
    String(row['CampaignId']),
  )
  const status =
    row['Status'] ?? statuses.find(({ IsDefault }) => IsDefault === true)?.['Label'] ?? null
  const responded = statuses.some(
    ({ Label, HasResponded }) => Label === status && HasResponded === true,
  )
  return {
    ...row,
    Status: status,
    Type: row['LeadId'] == null ? 'Contact' : 'Lead',
    HasResponded: responded,
    FirstRespondedDate: responded ? (row['FirstRespondedDate'] ?? toDate(org.now())) : null,
  }
}

/** Object Reference, "Opportunity": the moment it came to the stage it is in. */
const stageChangedAt: (row: Row, org: Org) => Row[string] = (row, org) => {
  const before = org.records.get('Opportunity', String(row['Id']))
  if (before === undefined) return row['LastStageChangeDate'] ?? null
  const same = before['StageName'] === row['StageName']
  return same ? (before['LastStageChangeDate'] ?? null) : toDateTime(org.now())
}

const asOpportunity: Derive = (row, org) => ({
  ...row,
  LastStageChangeDate: stageChangedAt(row, org),
  IsClosed: String(row['StageName']).startsWith('Closed'),
  IsWon: row['StageName'] === 'Closed Won',
})

const DERIVE: Readonly<Record<string, Derive>> = {
  Lead: (row, org) => withName({ ...row, Status: row['Status'] ?? 'Open - Not Contacted' }, org),
  Contact: withName,
  Individual: withName,
  Task: asTask,
  Event: asEvent,
  CampaignMember: asCampaignMember,
  Opportunity: asOpportunity,
}

/** The row with everything the platform works out itself. */
export function deriveFields(object: string, row: Row, org: Org): Row {
  return DERIVE[object]?.(row, org) ?? row
}
