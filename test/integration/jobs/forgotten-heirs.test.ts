import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseHubspotEvents } from '#connectors/hubspot/webhook.ts'
import { eraseRecord } from '#src/erase-record.ts'
import { createLog } from '#src/log.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import { type FaultyWorld, startFaultyWorld } from './hubspot-under-faults.ts'
import { type Pipeline, PORTAL } from './pipeline.ts'
import { type FaultyOrg, startFaultyOrg } from './salesforce-under-faults.ts'

const MINUTE_MS = 60_000
const log = createLog({ level: 'silent' })

describe('somebody who was forgotten, in HubSpot', () => {
  let world: FaultyWorld
  let people: readonly RecordRef[]
  beforeAll(async () => {
    world = await startFaultyWorld(8)
    await world.provision()
    await world.pipeline.settle()
    people = await scoredIn(world.pipeline, PORTAL)
  })
  afterAll(() => world.close())

  const merge = async (primary: RecordRef | undefined, merged: RecordRef | undefined) => {
    const ids = { primaryObjectId: primary?.id, objectIdToMerge: merged?.id }
    const { id } = await ask('/crm/objects/2026-09/contacts/merge', ids)
    return contact(id)
  }
  const ask = async (path: string, body?: object) => {
    const headers = {
      Authorization: 'Bearer sandbox-hubspot-token',
      'Content-Type': 'application/json',
    }
    const method = body === undefined ? 'GET' : 'POST'
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    return (await (await fetch(`${world.url}${path}`, init)).json()) as Shown
  }
  const shownOf = async ({ id }: RecordRef) => {
    const path = `/crm/objects/2026-09/contacts/${id}?properties=leadwell_score`
    return (await ask(path)).properties['leadwell_score'] ?? ''
  }

  it('is not scored again as the record a merge makes of them and of somebody known; others are', async () => {
    const [gone, other, third, fourth] = people
    await erase(world.pipeline, PORTAL, gone)

    const heir = await merge(other, gone)
    const ofOthers = await merge(third, fourth)
    const inherited = await shownOf(heir)
    world.skip(10 * MINUTE_MS)
    await poll(world.pipeline, PORTAL)
    await world.pipeline.settle()
    await untilForgotten(world.pipeline, PORTAL, heir)

    expect(inherited).not.toBe('')
    expect(await shownOf(heir)).toBe('')
    expect(await world.pipeline.store.records.get(PORTAL, [ofOthers])).toHaveLength(1)
  })

  it('stays forgotten when the merge is told again, and in whatever order', async () => {
    const [gone, other] = people.slice(4)
    await erase(world.pipeline, PORTAL, gone)
    const heir = await merge(gone, other)
    const told = parseHubspotEvents([
      {
        portalId: 42,
        subscriptionType: 'contact.merge',
        objectId: Number(heir.id),
        primaryObjectId: Number(gone?.id),
        mergedObjectIds: [Number(other?.id)],
        newObjectId: Number(heir.id),
      },
    ]).flatMap(({ refs }) => refs)

    await world.pipeline.store.marks.mark(PORTAL, told.toReversed(), 'event')
    await world.pipeline.settle()
    await world.pipeline.store.marks.mark(PORTAL, told, 'event')
    await world.pipeline.settle()
    await untilForgotten(world.pipeline, PORTAL, heir)

    expect(await shownOf(heir)).toBe('')
  })
})

describe('somebody who was forgotten, in Salesforce', () => {
  let org: FaultyOrg
  let leads: readonly RecordRef[]
  let contacts: readonly RecordRef[]
  beforeAll(async () => {
    org = await startFaultyOrg({ people: 40 })
    await org.provision()
    await org.pipeline.settle()
    const people = await scoredIn(org.pipeline, org.portal)
    leads = people.filter(({ object }) => object === 'lead')
    contacts = people.filter(({ object }) => object === 'contact')
  })
  afterAll(() => org.close())

  const convert = (lead: RecordRef | undefined) =>
    contact(org.sandbox.edits.convertLead(idOf(lead)).contactId)
  const mergeInto = (master: RecordRef | undefined, loser: RecordRef | undefined) =>
    org.sandbox.edits.merge(idOf(master), idOf(loser))
  const shownOf = async (ref: RecordRef | undefined) => {
    const [row] = await org.rows(`SELECT Leadwell_Score__c FROM Contact WHERE Id = '${idOf(ref)}'`)
    return row?.['Leadwell_Score__c'] ?? null
  }

  it('is not scored again as the contact a lead was converted into', async () => {
    const [lead] = leads
    await erase(org.pipeline, org.portal, lead)

    const heir = convert(lead)
    // Pushed before any poll tells of the lead.
    await org.pipeline.store.marks.mark(org.portal, [heir], 'event')
    await org.pipeline.settle()
    await untilForgotten(org.pipeline, org.portal, heir)
    org.skip(10 * MINUTE_MS)
    await poll(org.pipeline, org.portal)
    await org.pipeline.settle()
    await untilForgotten(org.pipeline, org.portal, heir)

    expect(await shownOf(heir)).toBeNull()
  })

  it('is forgotten in the contact and in what that was merged into when they came first', async () => {
    const [, lead] = leads
    const [master] = contacts
    const heir = convert(lead)
    mergeInto(master, heir)
    org.skip(10 * MINUTE_MS)
    await poll(org.pipeline, org.portal)
    await org.pipeline.settle()
    const before = await shownOf(master)

    const { heirs, heirsUnknown } = await erase(org.pipeline, org.portal, lead)
    await untilForgotten(org.pipeline, org.portal, master)

    expect({ heirs, heirsUnknown }).toEqual({ heirs: [heir, master], heirsUnknown: false })
    expect(before).not.toBeNull()
    expect(await shownOf(master)).toBeNull()
  })

  it('is not scored again where a lead was converted and its contact merged before anybody looked', async () => {
    const [, , lead] = leads
    const [, , , master] = contacts
    await erase(org.pipeline, org.portal, lead)

    mergeInto(master, convert(lead))
    await org.pipeline.store.marks.mark(org.portal, refsOf(master), 'event')
    await org.pipeline.settle()
    await untilForgotten(org.pipeline, org.portal, master)

    expect(await shownOf(master)).toBeNull()
  })

  it('takes along the known record they are merged into, and the ledger says so', async () => {
    const [, gone, master] = contacts
    await erase(org.pipeline, org.portal, gone)

    mergeInto(master, gone)
    org.skip(10 * MINUTE_MS)
    await poll(org.pipeline, org.portal)
    await org.pipeline.settle()
    await untilForgotten(org.pipeline, org.portal, master)

    const { ledger } = org.pipeline.store
    const entries = (await ledger.about(org.portal, some(master))).map(({ entry }) => entry)
    expect(await shownOf(master)).toBeNull()
    expect(entries.some(({ detail }) => detail['action'] === 'forgotten-as-heir')).toBe(true)
    expect(JSON.stringify(entries)).not.toContain(idOf(gone))
  })
})

interface Shown {
  readonly id: string
  readonly properties: Readonly<Record<string, string | null>>
}

const contact = (id: string): RecordRef => ({ object: 'contact', id })
const idOf = (ref: RecordRef | undefined) => some(ref).id
const refsOf = (ref: RecordRef | undefined) => [some(ref)]

function some(ref: RecordRef | undefined): RecordRef {
  if (ref === undefined) throw new Error('nobody is left')
  return ref
}

/** People whose score stands in the CRM. */
async function scoredIn({ store }: Pipeline, portal: PortalId): Promise<readonly RecordRef[]> {
  const written = await store.intents.sampleWritten(portal, 1_000)
  return written
    .filter(({ values }) => 'score' in values && values.score !== null)
    .map(({ ref }) => ref)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function erase(
  { store, queue, connectorFor }: Pipeline,
  portal: PortalId,
  ref: RecordRef | undefined,
) {
  return eraseRecord({ store, queue, log, connectorFor }, portal, some(ref))
}

/** Its tombstone holds and no row is left; the intent that empties the CRM record goes once written. */
async function untilForgotten(
  { store, queue }: Pipeline,
  portal: PortalId,
  gone: RecordRef | undefined,
): Promise<void> {
  const ref = some(gone)
  const forgotten = await store.erasure.forgotten(portal, [ref])
  expect([...forgotten.values()]).toEqual(['operator'])
  while ((await store.erasure.remains(portal, ref)).length > 0) {
    await queue.add('sweep', {})
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

async function poll({ store, queue }: Pipeline, portal: PortalId): Promise<void> {
  const at = async () => JSON.stringify(await store.cursors.get(portal, 'poll'))
  const before = await at()
  while ((await at()) === before) {
    await queue.add('poll-changes', { portal })
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  // Whom records took over is asked after the position is kept, in the same job.
  while (((await queue.counts())['active'] ?? 0) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
