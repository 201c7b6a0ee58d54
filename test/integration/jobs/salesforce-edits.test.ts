import { afterAll, beforeAll, expect, it } from 'vitest'
import { USERS } from '#sandbox/salesforce/org.ts'
import { type FaultyOrg, startFaultyOrg } from './salesforce-under-faults.ts'

const HOUR_MS = 3_600_000
const SCORES = 'SELECT Id, Leadwell_Score__c FROM Lead WHERE Leadwell_Score__c < 99'

let org: FaultyOrg
beforeAll(async () => {
  org = await startFaultyOrg({ people: 12 })
  await org.provision()
  await letAnybodyEdit()
  await org.pipeline.settle()
  await run('poll-changes', 'poll')
  org.skip(HOUR_MS)
})
afterAll(() => org.close())

it('puts right in a poll what somebody wrote into a field of ours', async () => {
  const [lead] = await org.rows(SCORES)
  edit(lead?.['Id'])

  await run('poll-changes', 'poll')
  await org.pipeline.settle()

  expect(await scoreOf(lead?.['Id'])).toBe(lead?.['Leadwell_Score__c'])
})

it('finds it by night where no poll told of it, and says how many had drifted', async () => {
  const [lead] = await org.rows(SCORES)
  edit(lead?.['Id'])

  await run('reconcile-portal', 'reconcile')
  await org.pipeline.settle()

  expect(await scoreOf(lead?.['Id'])).toBe(lead?.['Leadwell_Score__c'])
  const looked = []
  for await (const { detail } of org.pipeline.store.ledger.export(org.portal)) {
    if (detail['action'] === 'reconciled') looked.push(detail['drifted'])
  }
  expect(looked).toEqual([1])
})

/** Reps read our fields only; an admin, another app or a flow may do more. */
async function letAnybodyEdit(): Promise<void> {
  const sets = await org.rows('SELECT Id FROM PermissionSet')
  for (const { Id } of sets) {
    const values = { AssigneeId: USERS.rep, PermissionSetId: String(Id) }
    org.sandbox.edits.create('PermissionSetAssignment', values)
  }
}

function edit(id: unknown): void {
  org.edit(() => org.sandbox.edits.edit('Lead', String(id), { Leadwell_Score__c: 99 }))
}

async function scoreOf(id: unknown): Promise<unknown> {
  const [row] = await org.rows(`SELECT Leadwell_Score__c FROM Lead WHERE Id = '${String(id)}'`)
  return row?.['Leadwell_Score__c']
}

async function run(job: 'poll-changes' | 'reconcile-portal', cursor: string): Promise<void> {
  const { store, queue } = org.pipeline
  const position = async (): Promise<string> =>
    JSON.stringify(await store.cursors.get(org.portal, cursor))
  const before = await position()
  await queue.add(job, { portal: org.portal })
  while ((await position()) === before) await tick()
  // What was found is answered in the same job, after its position is kept.
  while (((await queue.counts())['active'] ?? 0) > 0) await tick()
}

async function tick(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 10))
}
