import { afterAll, beforeAll, expect, test } from 'vitest'
import { FEEDBACK_FIELD } from '#connectors/salesforce/provisioning/permission-set-fields.ts'
import { USERS } from '#sandbox/salesforce/org.ts'
import type { RecordRef } from '#src/ports.ts'
import { callsOf, startOrg, type TestOrg, VALUES } from './org.ts'
import { queryRows, refsIn } from './rest-calls.ts'
import { intentOf, takeOne } from './unused-records.ts'

let org: TestOrg
let leads: RecordRef[]
let companies: RecordRef[]
let everybody: RecordRef[]
beforeAll(async () => {
  org = await startOrg(400)
  await org.connector.provision({ dryRun: false })
  await letAnybodyEdit()
  leads = await refsIn(org, 'lead')
  companies = await refsIn(org, 'company')
  everybody = [...companies, ...leads, ...(await refsIn(org, 'contact'))]
  await org.connector.write(everybody.map((ref) => intentOf(ref)))
})
afterAll(() => org.close())

/** The set for reps lets them read our fields only; an admin, another app or a profile may do more. */
async function letAnybodyEdit(): Promise<void> {
  const sets = await queryRows(org, 'SELECT Id FROM PermissionSet')
  for (const { Id } of sets) {
    const values = { AssigneeId: USERS.rep, PermissionSetId: String(Id) }
    org.sandbox.edits.create('PermissionSetAssignment', values)
  }
}

const look = async (refs: readonly RecordRef[]) =>
  await org.connector.edits(refs.map((ref) => intentOf(ref)))

test('finds nothing where everything is as it was written, at a call for five times 150', async () => {
  const queries = ['company', 'lead', 'contact'].map((object) =>
    Math.ceil(everybody.filter((ref) => ref.object === object).length / 150),
  )
  const asked = queries.reduce((sum, count) => sum + count, 0)

  const calls = await callsOf(org, async () => {
    expect(await look(everybody)).toEqual([])
  })

  expect(everybody.length).toBeGreaterThan(400)
  expect(calls).toEqual({ composite: Math.ceil(asked / 5) })
})

test("finds what a rep changed, by the names of the values, and tells it from our own user's doing", async () => {
  const [rep, own] = [takeOne(leads), takeOne(leads)]
  const account = takeOne(companies)
  org.sandbox.edits.edit('Lead', rep.id, { Leadwell_Score__c: 99, Leadwell_Top_Reason__c: null })
  org.sandbox.edits.edit('Account', account.id, { Leadwell_Account_Tier__c: 'nurture' })
  await org.connector.write([intentOf(own, { ...VALUES, channels: ['sms'] })])

  const edits = await look([rep, own, account, ...leads.slice(0, 20)])

  expect(edits).toEqual([
    { ref: account, fields: ['accountTier'], byPerson: true },
    { ref: rep, fields: ['score', 'topReason'], byPerson: true },
    { ref: own, fields: ['channels'], byPerson: false },
  ])
})

test('takes neither the feedback of a rep nor a field of their own for an edit', async () => {
  const lead = takeOne(leads)
  org.sandbox.edits.edit('Lead', lead.id, { [FEEDBACK_FIELD]: 'useful', Title: 'HR Director' })

  expect(await look([lead])).toEqual([])
})

test('leaves out who is not there, or cannot be written any more', async () => {
  const [gone, converted] = [takeOne(leads), takeOne(leads)]
  org.sandbox.edits.edit('Lead', converted.id, { Leadwell_Score__c: 3 })
  org.sandbox.edits.convertLead(converted.id)
  org.sandbox.edits.remove(gone.id)

  expect(await look([gone, converted])).toEqual([])
})

test('compares what it may still read where a field was taken from us', async () => {
  const lead = takeOne(leads)
  org.sandbox.edits.edit('Lead', lead.id, { Leadwell_Score__c: 99, Leadwell_Grade__c: 'C3' })
  const soql = "SELECT Id FROM FieldPermissions WHERE Field = 'Lead.Leadwell_Score__c'"
  for (const { Id } of await queryRows(org, soql)) org.sandbox.edits.remove(String(Id))

  const edits = await look([lead, ...companies.slice(0, 5)])

  expect(edits).toEqual([{ ref: lead, fields: ['grade'], byPerson: true }])
})
