import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetRecords } from '#jobs/forget-records.ts'
import { createWriteIntents } from '#jobs/write-intents.ts'
import type { RecordRef } from '#src/ports.ts'
import { createFakeCrm, type FakeCrm } from '#test/fakes/fake-connector.ts'
import { SILENT_LOG } from '#test/test-store.ts'
import { onDatabase } from '../store/on-database.ts'
import { intent, openTestStore, PORTAL, type TestStore } from '../store/open-stores.ts'

const ANNA: RecordRef = { object: 'contact', id: '7700000001' }
const BEN: RecordRef = { object: 'contact', id: '7700000002' }
/** A writer that never ends fails its test and not the run. */
const PATIENCE_MS = 30_000

/**
 * Before the database kept the intent that empties, what had been read earlier could still replace it. No
 * two jobs can bring that about any more, but a store of then may hold such a row.
 */
describe('who was forgotten in an older version and whose row was filled again', () => {
  let world: TestStore
  let crm: FakeCrm

  beforeEach(async () => {
    world = await openTestStore('server', [PORTAL])
    await world.store.cursors.set(PORTAL, 'backfill', { done: true })
    crm = createFakeCrm()
    for (const ref of [ANNA, BEN]) crm.put(ref, { facts: {} })
  })
  afterEach(() => world.close())

  const intend = (score: number, ...refs: readonly RecordRef[]) =>
    world.store.intents.intend(
      PORTAL,
      refs.map(({ id }) => intent(id, { score })),
      'event',
    )
  const write = async (): Promise<void> => {
    const job = createWriteIntents({
      ...({} as Parameters<typeof createWriteIntents>[0]),
      store: world.store,
      log: SILENT_LOG,
      now: () => world.clock.now,
      modelTextsFor: async () => new Set<string>(),
      connectorFor: async () => crm.connector,
    })
    await job({ portal: PORTAL }, { signal: AbortSignal.timeout(PATIENCE_MS) })
  }
  /** As the tables were before the trigger. */
  const untilKept = async (work: () => Promise<unknown>): Promise<void> => {
    await onDatabase(world.place, 'alter table intents disable trigger keep_cleared')
    await work()
    await onDatabase(world.place, 'alter table intents enable trigger keep_cleared')
  }

  it('is emptied in the CRM and gone from the store, and their neighbour is written', async () => {
    await intend(70, ANNA, BEN)
    await write()
    expect(crm.valuesOf(ANNA)?.score).toBe(70)
    await untilKept(async () => {
      await forgetRecords(world.store, PORTAL, [ANNA], 'forget-requested')
      await intend(71, ANNA, BEN)
    })
    const [filled] = await world.store.intents.get(PORTAL, [ANNA])
    expect(filled?.values).toMatchObject({ score: 71 })

    await write()

    const shown = Object.values(crm.valuesOf(ANNA) ?? { score: 70 })
    expect(shown.filter((value) => value !== null && String(value) !== '')).toEqual([])
    expect(await world.store.erasure.remains(PORTAL, ANNA)).toEqual([])
    expect(crm.valuesOf(BEN)?.score).toBe(71)
  })
})
