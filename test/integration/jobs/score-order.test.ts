import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApplyRetention } from '#jobs/apply-retention.ts'
import { createBackfillPortal } from '#jobs/backfill-portal.ts'
import type { JobDeps } from '#jobs/deps.ts'
import { createRescoreDue } from '#jobs/rescore-due.ts'
import { saveRecords } from '#jobs/save-records.ts'
import { type ScoreRecordsDeps, scoreRecords } from '#jobs/score-records.ts'
import { createDeciders } from '#src/deciders.ts'
import { loadShippedModels } from '#src/models.ts'
import type { Facts, RecordRef, SafeRecord } from '#src/ports.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { openTestStore, PORTAL, type TestStore } from '#test/integration/store/open-stores.ts'

const { deciderFor } = createDeciders(await loadShippedModels())
const CONTEXT = { signal: new AbortController().signal }
const NOW = 1_800_000_000_000
const MARY: RecordRef = { object: 'contact', id: '210000000001' }
const BUYER = { inquiryType: 'employer-benefits', role: 'benefits-leader' }
const LOOKING = { inquiryType: 'employer-benefits', role: 'hr' }

function person(facts: Facts, id = MARY.id): SafeRecord {
  return record({ object: 'contact', id }, { createdAt: NOW - 1, ...facts })
}

function record(ref: RecordRef, facts: Facts): SafeRecord {
  const companyId = ref.object === 'company' ? undefined : '77'
  const fingerprint = fingerprintOf(facts, companyId)
  return restoreSafeRecord({ ...ref, companyId, facts, activities: [], fingerprint })
}

const company = (companySize: number): SafeRecord =>
  record({ object: 'company', id: '77' }, { organisationType: 'employer', companySize })

describe('scoring one person at the same time', () => {
  let world: TestStore
  let client: pg.Client
  let deps: ScoreRecordsDeps
  beforeAll(async () => {
    world = await openTestStore('server')
    client = new pg.Client({ connectionString: world.place.databaseUrl })
    await client.connect()
    deps = { store: world.store, deciderFor, now: () => world.clock.now }
  })
  afterAll(async () => {
    await client.end()
    await world.close()
  })
  beforeEach(async () => {
    await world.store.records.erase(PORTAL, [MARY, company(1)])
    world.clock.now = NOW
    await save([company(20), person(LOOKING)])
  })

  const save = (records: readonly SafeRecord[], with_ = deps): Promise<void> =>
    saveRecords(with_, PORTAL, { records, readAt: world.clock.now }, 'event')
  const jobDeps = (changes: Partial<JobDeps>): JobDeps => ({
    ...({} as JobDeps),
    ...deps,
    queue: {
      add: async () => undefined,
      kick: async () => undefined,
    } as unknown as JobDeps['queue'],
    ...changes,
  })
  const scoreNow = async (): Promise<unknown> => {
    const values = await world.store.intents.values(PORTAL, [MARY])
    const { scoredAt: _, ...rest } = values.get(`contact:${MARY.id}`) ?? {}
    return rest
  }
  const scoreFrom = async (records: readonly SafeRecord[]): Promise<unknown> => {
    await save(records)
    return await scoreNow()
  }
  /** Until this is done, or waits for somebody else. */
  const asFarAsItComes = async (work: Promise<unknown>): Promise<void> => {
    let done = false
    work.then(
      () => (done = true),
      () => (done = true),
    )
    while (!done) {
      const { rows } = await client.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      if (rows.length > 0) return
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  /** Decides as always, though what is given gets as far as it comes before the first decision. */
  const interrupted = (work: () => Promise<unknown>) => {
    let other: Promise<unknown> | undefined
    const slow: ScoreRecordsDeps = {
      ...deps,
      deciderFor: async (store, portal) => {
        const decider = await deciderFor(store, portal)
        if (other === undefined) {
          other = work()
          await asFarAsItComes(other)
        }
        return decider
      },
    }
    return { slow, ended: async () => await other }
  }

  it('comes to what the person and the organisation are in the end', async () => {
    const expected = await scoreFrom([company(2_000), person(BUYER)])
    await save([company(20), person(LOOKING)])
    const { slow, ended } = interrupted(() => save([person(BUYER)]))

    await save([company(2_000)], slow)
    await ended()

    expect(await scoreNow()).toEqual(expected)
  })

  it('comes to what the organisation is in the end though the person was scored before it changed', async () => {
    const expected = await scoreFrom([company(2_000)])
    await save([company(20)])
    const { slow, ended } = interrupted(() => save([company(2_000)]))

    await scoreRecords(slow, PORTAL, [MARY], 'bulk')
    await ended()

    expect(await scoreNow()).toEqual(expected)
  })

  it('leaves nothing of who was erased before the score was kept', async () => {
    const { slow, ended } = interrupted(() => world.store.records.erase(PORTAL, [MARY]))

    await scoreRecords(slow, PORTAL, [MARY], 'bulk')
    await ended()

    expect(await world.store.intents.get(PORTAL, [MARY])).toEqual([])
  })

  it('ends when whoever is due cannot be scored', async () => {
    const intents = Object.assign(Object.create(world.store.intents), world.store.intents, {
      due: async () => [{ object: 'contact', id: '210000000099' }],
    })

    const job = createRescoreDue(jobDeps({ store: { ...world.store, intents } }))

    await expect(job({ portal: PORTAL }, CONTEXT)).resolves.toBeUndefined()
  })

  it('keeps what was read meanwhile, whatever a page of the whole portal says', async () => {
    const connector = {
      objects: ['contact'],
      list: async () => {
        world.clock.now += 60_000
        await save([person(BUYER)])
        return { records: [person(LOOKING)], next: undefined }
      },
    }
    const connectorFor = async () =>
      connector as unknown as Awaited<ReturnType<JobDeps['connectorFor']>>

    await createBackfillPortal(jobDeps({ connectorFor }))({ portal: PORTAL }, CONTEXT)

    expect(await world.store.records.get(PORTAL, [MARY])).toEqual([person(BUYER)])
  })

  it.each([
    ['the whole record', 3_000],
    ['some of its facts', 800],
  ])('is not undone by retention, which had %s in hand', async (_, days) => {
    world.clock.now += days * 86_400_000
    const back = person({ ...BUYER, createdAt: world.clock.now })
    const records = {
      ...world.store.records,
      page: async (...asked: Parameters<TestStore['store']['records']['page']>) => {
        const page = await world.store.records.page(...asked)
        if (asked[1].object === 'contact' && page.length > 0) await save([back])
        return page
      },
    }

    const store = { ...world.store, records }
    await createApplyRetention(jobDeps({ store }))({ portal: PORTAL }, CONTEXT)

    expect(await world.store.records.get(PORTAL, [MARY])).toEqual([back])
  })

  it('lets any number put, score and erase the same people without a deadlock', async () => {
    const idOf = (index: number): string => String(210_000_001_000 + index)
    const people = Array.from({ length: 40 }, (_, index) => person(LOOKING, idOf(index)))
    await save(people)
    const { store } = world
    const some = (round: number) => people.slice((round * 7) % 20, 20 + ((round * 11) % 20))

    const rounds = Array.from({ length: 8 }, async (_, round) => {
      const changed = some(round).map(({ id }) => person({ ...BUYER, companySize: round }, id))
      if (round % 4 === 0) await save([company(round), ...changed.toReversed()])
      if (round % 4 === 1) await scoreRecords(deps, PORTAL, people.toReversed(), 'bulk')
      if (round % 4 === 2) await store.records.erase(PORTAL, some(round))
      if (round % 4 === 3) {
        await store.transaction(async (inner) => {
          const held = await inner.records.hold(PORTAL, some(round))
          await inner.records.put(PORTAL, held)
          await scoreRecords({ ...deps, store: inner }, PORTAL, held, 'event')
        })
      }
      const claimed = await store.intents.claim(PORTAL, {
        limit: 40,
        leaseMs: 0,
        objects: ['contact'],
      })
      await store.intents.written(PORTAL, claimed)
      await save(changed)
    })

    await expect(Promise.all(rounds)).resolves.toHaveLength(8)
  })
})
