import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RecordRef } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { type FaultyWorld, startFaultyWorld } from './hubspot-under-faults.ts'
import { PORTAL } from './pipeline.ts'

const PEOPLE = 30
const EDITED: RecordRef = { object: 'contact', id: '210000000003' }
const HOUR_MS = 3_600_000

let world: FaultyWorld
beforeEach(async () => {
  world = await startFaultyWorld(PEOPLE)
  await world.provision()
  await world.pipeline.settle()
  await poll()
  world.skip(HOUR_MS)
})
afterEach(() => world.close())

it("puts a rep's edit of our fields right, with one write and no read of the person", async () => {
  const before = await shown()
  const writes = world.sandbox.calls()['batch-update'] ?? 0
  await edit('99')

  await poll()
  await world.pipeline.settle()

  expect(await shown()).toBe(before)
  expect((world.sandbox.calls()['batch-update'] ?? 0) - writes).toBe(1)
  const entries = await world.pipeline.store.ledger.about(PORTAL, EDITED)
  expect(entries.map(({ entry }) => entry.kind)).toContain('edited')
})

it("leaves a rep's edit where the portal's owner says so, until the result is another", async () => {
  const list = shippedAllowList('hubspot')
  const policy = { ...list.policy, repEdits: 'respect' } as const
  await world.pipeline.store.allowLists.approve(PORTAL, { ...list, policy }, 'owner')
  await edit('99')

  await poll()
  await world.pipeline.settle()

  expect(await shown()).toBe('99')
  const entries = await world.pipeline.store.ledger.about(PORTAL, EDITED)
  expect(entries.at(-1)?.entry).toMatchObject({ kind: 'edited', detail: { code: 'respected' } })
})

it('takes what it wrote itself for no edit', async () => {
  const reads = world.sandbox.calls()['batch-read'] ?? 0

  await poll()

  expect(world.sandbox.calls()['batch-read'] ?? 0).toBe(reads)
})

async function poll(): Promise<void> {
  const { store, queue } = world.pipeline
  const before = pollOf(await store.cursors.get(PORTAL, 'poll'))
  await queue.add('poll-changes', { portal: PORTAL })
  while (pollOf(await store.cursors.get(PORTAL, 'poll')) === before) await tick()
  // The edits are answered after the position is kept, in the same job.
  while (((await queue.counts())['active'] ?? 0) > 0) await tick()
}

const pollOf = (cursor: unknown): string => JSON.stringify(cursor)
const tick = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 10))
}

async function edit(score: string): Promise<void> {
  await fetch(`${world.url}/_sandbox/changes`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'contacts',
      id: EDITED.id,
      properties: { leadwell_score: score },
      changeSource: 'CRM_UI',
    }),
  })
}

async function shown(): Promise<string | null | undefined> {
  const path = `/crm/objects/2026-09/contacts/${EDITED.id}?properties=leadwell_score`
  const answer = await fetch(`${world.url}${path}`, {
    headers: { Authorization: 'Bearer sandbox-hubspot-token' },
  })
  const { properties } = (await answer.json()) as { properties: Record<string, string | null> }
  return properties['leadwell_score']
}
