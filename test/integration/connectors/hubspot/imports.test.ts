import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HubspotConnector } from '#connectors/hubspot/connector.ts'
import { createHubspotConnector } from '#connectors/hubspot/connector.ts'
import type { BulkIntent, BulkProgress, WriteResult } from '#src/connector-port.ts'
import type { Grade, RecordRef } from '#src/ports.ts'
import { intentFor, VALUES } from './intent-for.ts'
import { openSandboxPortal, type SandboxPortal } from './sandbox-portal.ts'

let portal: SandboxPortal
let saved: unknown[]
beforeEach(async () => {
  portal = await openSandboxPortal()
  await portal.connector.provision({ dryRun: false })
  saved = []
})
afterEach(async () => {
  await portal.close()
})

const bulk = (ref: RecordRef, first = true): BulkIntent => ({ ...intentFor(ref), first })
const FIRST_ID = 210_000_000_001
const people = (count: number): BulkIntent[] =>
  Array.from({ length: count }, (_, index) =>
    bulk({ object: 'contact', id: String(FIRST_ID + index) }),
  )
const progress = (resume?: unknown): BulkProgress => ({
  resume,
  save: async (state) => void saved.push(structuredClone(state)),
})
const outcomesOf = (results: readonly WriteResult[] | undefined): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { outcome } of results ?? []) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
async function writeMany(
  connector: HubspotConnector,
  intents: readonly BulkIntent[],
  resume?: unknown,
) {
  return await connector.bulkWrites?.write(intents, progress(resume))
}

async function readBack(id: string): Promise<unknown> {
  const url = new URL(`/crm/objects/2026-09/contacts/${id}`, portal.deps.portal.apiUrl)
  url.searchParams.set(
    'properties',
    'leadwell_score,leadwell_top_reason,leadwell_handoff_note,leadwell_segment',
  )
  const response = await fetch(url, { headers: { Authorization: 'Bearer sandbox-hubspot-token' } })
  return ((await response.json()) as { properties: unknown }).properties
}

test('writes six hundred records by one import, every cell as it was meant', async () => {
  const results = await writeMany(portal.connector, people(600))

  expect(outcomesOf(results)).toEqual({ written: 600 })
  expect(portal.sandbox.calls()).toMatchObject({ imports: 1 + 3 + 1 })
  expect(portal.sandbox.calls()['batch-update']).toBeUndefined()
  expect(await readBack(String(FIRST_ID + 599))).toMatchObject({
    leadwell_score: '80',
    leadwell_top_reason: 'Asked for a demo, "soon"',
    leadwell_handoff_note: 'What happened\nWhat to do',
  })
})

test('writes a segment on those who have one, whoever stands first in the file', async () => {
  const [first, second, third] = people(3) as [BulkIntent, BulkIntent, BulkIntent]
  const named = { ...second, values: { ...VALUES, segment: 'Benefits teams' } }

  const results = await writeMany(portal.connector, [first, named, third])

  expect(outcomesOf(results)).toEqual({ written: 3 })
  expect(await readBack(second.ref.id)).toMatchObject({ leadwell_segment: 'Benefits teams' })
  expect(await readBack(third.ref.id)).not.toMatchObject({ leadwell_segment: 'Benefits teams' })
})

test('saves no id of a record and no value', async () => {
  await writeMany(portal.connector, people(3))

  const kept = JSON.stringify(saved)
  expect(saved).toHaveLength(2)
  expect(kept).not.toContain(String(FIRST_ID))
  expect(kept).not.toContain('demo')
})

test('reads errors row by row: some gone, some refused, the others written', async () => {
  const gone = bulk({ object: 'contact', id: '424242' })
  const nobody: Grade = JSON.parse('"Z9"')
  const odd = people(1).map((intent) => ({ ...intent, values: { ...VALUES, grade: nobody } }))

  const results = await writeMany(portal.connector, [...odd, gone, ...people(130).slice(1)])

  expect(outcomesOf(results)).toEqual({ refused: 1, gone: 1, written: 129 })
  expect(results?.[0]).toMatchObject({ code: 'INVALID_ENUMERATION_OPTION' })
})

test('clears by batch update what an empty cell would leave standing', async () => {
  const before = people(150).map((intent) => ({ ...intent, first: false }))

  const results = await writeMany(portal.connector, before)

  expect(outcomesOf(results)).toEqual({ written: 150 })
  expect(portal.sandbox.calls()).toMatchObject({ 'batch-update': 2 })
  expect(portal.sandbox.calls()['imports']).toBeUndefined()
})

test('goes on with the import of a process that was killed', async () => {
  const slow = createHubspotConnector({
    ...portal.deps,
    sleep: async () => {
      throw new Error('killed')
    },
  })
  await expect(writeMany(slow, people(50))).rejects.toThrow('killed')

  const results = await writeMany(portal.connector, people(50), saved.at(-1))

  expect(outcomesOf(results)).toEqual({ written: 50 })
  expect(await importsOf()).toHaveLength(1)
})

test('finds by its name an import whose answer was lost, and begins no second one', async () => {
  portal.sandbox.failNext(1, 'answer-lost', 'imports')
  await expect(writeMany(portal.connector, people(50))).rejects.toMatchObject({
    code: 'hubspot-unreachable',
  })

  const results = await writeMany(portal.connector, people(50), saved.at(-1))

  expect(outcomesOf(results)).toEqual({ written: 50 })
  expect(await importsOf()).toHaveLength(1)
})

test('comes back later while HubSpot is still at work', async () => {
  portal.sandbox.failNext(5, 503, 'imports')
  const results = writeMany(portal.connector, people(2))

  await expect(results).rejects.toMatchObject({ name: 'TransientError' })
})

test('writes in batches where the app may not import', async () => {
  portal.sandbox.failNext(1, 403, 'imports')

  const results = await writeMany(portal.connector, people(120))

  expect(outcomesOf(results)).toEqual({ written: 120 })
  expect(portal.sandbox.calls()).toMatchObject({ 'batch-update': 2 })
})

async function importsOf(): Promise<readonly unknown[]> {
  const url = new URL('/crm/imports/2026-09', portal.deps.portal.apiUrl)
  const response = await fetch(url, { headers: { Authorization: 'Bearer sandbox-hubspot-token' } })
  return ((await response.json()) as { results: unknown[] }).results
}
