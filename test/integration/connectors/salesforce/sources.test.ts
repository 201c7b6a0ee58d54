import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createTokens } from '#connectors/salesforce/auth/tokens.ts'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import { createQuerier } from '#connectors/salesforce/querying/query.ts'
import { createTransport } from '#connectors/salesforce/transport/transport.ts'
import { USERS } from '#sandbox/salesforce/org.ts'
import type { Activity, RecordRef } from '#src/ports.ts'
import { parseAllowList } from '#src/privacy/allow-list-file/parse-allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { listAll, poll, startOrg, type TestOrg } from './org.ts'

const DAY = 86_400_000
let org: TestOrg
let lead: RecordRef

beforeAll(async () => {
  org = await startOrg(60)
  await org.connector.provision({ dryRun: false })
  await letRepsGiveFeedback()
  org.restart()
  lead = { object: 'lead', id: (await listAll(org.connector, 'lead'))[0]?.id ?? '' }
})
afterAll(() => org.close())

/** An admin gives the salesperson the reps' permission set. */
async function letRepsGiveFeedback(): Promise<void> {
  const transport = createTransport({ ...org.deps, tokens: createTokens(org.deps) })
  const soql = "SELECT Id FROM PermissionSet WHERE Name LIKE 'Leadwell%'"
  for (const { Id } of await createQuerier(transport).rows({ soql })) {
    org.sandbox.edits.create('PermissionSetAssignment', {
      PermissionSetId: Id,
      AssigneeId: USERS.rep,
    })
  }
}

const created = (object: string, values: Readonly<Record<string, unknown>>): string => {
  const result = org.sandbox.edits.create(object, values)
  if (!result.success) throw new Error(`${object} was refused`)
  return result.id
}
const activitiesOf = async (ref: RecordRef): Promise<readonly Activity[]> =>
  (await org.connector.read([ref])).records[0]?.activities ?? []
const kindsSince = async (ref: RecordRef, since: number): Promise<readonly string[]> =>
  (await activitiesOf(ref)).filter(({ at }) => at >= since).map(({ kind }) => kind)

describe('mail', () => {
  test('that came in counts once, though a task tells of it as well', async () => {
    org.now += DAY
    const since = org.now
    const task = created('Task', {
      WhoId: lead.id,
      TaskSubtype: 'Email',
      CallType: 'Inbound',
      Status: 'Completed',
    })
    const mail = created('EmailMessage', {
      ActivityId: task,
      Incoming: true,
      Status: '1',
      MessageDate: new Date(org.now).toISOString(),
      TextBody: 'never read',
    })
    created('EmailMessageRelation', {
      EmailMessageId: mail,
      RelationId: lead.id,
      RelationType: 'FromAddress',
    })

    expect(await kindsSince(lead, since)).toEqual(['email-replied'])
    expect((await poll(org, undefined, since)).touched).toContainEqual(lead)
  })
})

describe('opportunities', () => {
  test('count for whoever plays a role in them, from the day they opened, won when they were won', async () => {
    const [contact] = await listAll(org.connector, 'contact')
    const ref: RecordRef = { object: 'contact', id: contact?.id ?? '' }
    org.now += DAY
    const opened = org.now
    const deal = created('Opportunity', {
      Name: 'x',
      StageName: 'Prospecting',
      CloseDate: '2027-06-01',
    })
    created('OpportunityContactRole', { OpportunityId: deal, ContactId: ref.id })
    const before = await kindsSince(ref, opened)
    org.now += DAY
    const won = org.now
    org.sandbox.edits.edit('Opportunity', deal, { StageName: 'Closed Won' })

    const after = (await activitiesOf(ref)).filter(({ at }) => at >= opened)

    expect(before).toEqual(['deal-opened'])
    expect(after.map(({ kind, at }) => [kind, at])).toEqual([
      ['deal-opened', opened],
      ['deal-won', won],
    ])
  })

  test('of an account count for its contacts where nobody plays a role', async () => {
    org.now += DAY
    const since = org.now
    const account = created('Account', { Name: 'x' })
    const id = created('Contact', { LastName: 'x', AccountId: account })
    created('Opportunity', {
      Name: 'x',
      AccountId: account,
      StageName: 'Prospecting',
      CloseDate: '2027-06-01',
    })

    expect(await kindsSince({ object: 'contact', id }, since)).toEqual(['deal-opened'])
  })

  test('change their people, whichever query has its turn', async () => {
    org.now += DAY
    const account = created('Account', { Name: 'x' })
    const id = created('Contact', { LastName: 'x', AccountId: account })
    org.now += DAY
    const start = await poll(org, undefined, org.now)
    org.now += 60_000
    const deal = { Name: 'x', StageName: 'Prospecting', CloseDate: '2027-06-01' }
    created('Opportunity', { ...deal, AccountId: account })

    const first = await poll(org, start.cursor)
    const second = await poll(org, first.cursor)

    const touched = [...first.touched, ...second.touched].map((ref) => ref.id)
    expect(touched).toEqual([id])
  })
})

test('a converted lead is told by its contact', async () => {
  org.now += DAY
  const since = org.now
  const id = created('Lead', { LastName: 'x', Company: 'y' })
  const { contactId } = org.sandbox.edits.convertLead(id)

  expect(await kindsSince({ object: 'contact', id: contactId }, since)).toEqual(['deal-opened'])
})

test("a rep's feedback is told with the moment it was given, each time", async () => {
  org.now += DAY
  const first = org.now
  org.sandbox.edits.edit('Lead', lead.id, { Leadwell_Feedback__c: 'useful' })
  org.now += DAY
  org.sandbox.edits.edit('Lead', lead.id, { Leadwell_Feedback__c: 'not_useful' })

  const { records } = await org.connector.read([lead])

  const given = records[0]?.activities.filter(({ kind }) => kind === 'feedback-given')
  expect(given?.map(({ at }) => at)).toEqual([first, org.now])
  expect(records[0]?.facts['repFeedback']).toBe('not-useful')
})

test('a status its owner names counts as won, from the moment it was set', async () => {
  const list = `crm: salesforce
fields:
  lead:
    - { field: Status, fact: outcome, as: codes, codes: { won: [Admitted], lost: [Turned away] } }
    - { field: HasOptedOutOfEmail, fact: emailOptOut, as: boolean }
`
  const allowList: AllowList = parseAllowList(list, 'list.yaml')
  const connector = createSalesforceConnector({ ...org.deps, allowList })
  org.now += DAY
  org.sandbox.edits.edit('Lead', lead.id, { Status: 'Admitted' })
  const at = org.now
  org.now += DAY
  org.sandbox.edits.edit('Lead', lead.id, { Title: 'x' })

  const { records } = await connector.read([lead])

  expect(records[0]?.activities).toEqual([{ kind: 'deal-won', category: 'other', at }])
})

test('an archived call is still a call', async () => {
  org.now += DAY
  const since = org.now
  const call = created('Task', {
    WhoId: lead.id,
    TaskSubtype: 'Call',
    CallDisposition: 'Connected',
    Status: 'Completed',
  })
  org.sandbox.edits.archive(call)

  expect(await kindsSince(lead, since)).toEqual(['call-connected'])
})

test('what cannot be read is told by name, with what somebody has to see to', async () => {
  const closed = await startOrg(60)
  onTestFinished(() => closed.close())
  const transport = createTransport({ ...closed.deps, tokens: createTokens(closed.deps) })
  const soql = `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${USERS.integration}'`
  for (const { Id } of await createQuerier(transport).rows({ soql })) {
    closed.sandbox.edits.remove(String(Id))
  }
  closed.now += 365 * DAY

  const notices = (await closed.connector.notices?.()) ?? []

  const hidden = notices.find(({ source, code }) => source === 'lead' && code === 'fields-hidden')
  expect(hidden?.needs).toContain('Crisis_Flag__c')
  expect(notices.map(({ source, code }) => `${source} ${code}`)).toContain('email no-mail-records')
})
