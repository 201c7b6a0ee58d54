import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf } from '#src/ledger/actor-of.ts'
import type { Case } from '#src/outcomes/case.ts'
import {
  DEFAULT_OUTCOMES,
  type OutcomeDefinition,
  outcomesOf,
  saveOutcomes,
} from '#src/outcomes/outcome-definition.ts'
import { readCases } from '#src/outcomes/read-cases.ts'
import type { Activity, Audience, Facts, RecordRef } from '#src/ports.ts'
import { allow, codes } from '#src/privacy/allow.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { scoreHistory } from '#src/store/migrations/0010-score-history.ts'
import type { Store } from '#src/store/store.ts'
import { onDatabase } from '../store/on-database.ts'
import {
  intent,
  openTestStore,
  person,
  PORTAL as STORE_PORTAL,
  type TestStore,
} from '../store/open-stores.ts'
import { type Pipeline, PORTAL, startPipeline } from './pipeline.ts'

const START = Date.parse('2026-11-20T09:30:00Z')
const DAY_MS = 86_400_000
const PEOPLE = ['a', 'b', 'c', 'd', 'e']
const contact = (id: string): RecordRef => ({ object: 'contact', id })
const ACME: RecordRef = { object: 'company', id: '8800001' }
const BUYER = {
  role: 'benefits-leader',
  inquiryType: 'employer-benefits',
  createdAt: START - 60_000,
}
const FORM: Activity = { kind: 'form-submitted', category: 'employers', at: START - 60_000 }

describe('the history of scores', () => {
  let pipeline: Pipeline
  let now = START

  beforeAll(async () => {
    pipeline = await startPipeline(() => now)
    pipeline.crm.put(ACME, { facts: { industry: 'technology', companySize: 400 } })
    await pipeline.settle()
  })
  afterAll(() => pipeline.close())

  const tell = async (id: string, facts: Facts, activities: readonly Activity[] = [FORM]) => {
    pipeline.crm.put(contact(id), { facts, activities, companyId: ACME.id })
    await pipeline.store.marks.mark(PORTAL, [contact(id)], 'event')
    await pipeline.settle()
  }
  const historyOf = async (id: string) => {
    const people = await pipeline.store.history.page(PORTAL, { after: undefined, limit: 1_000 })
    return people.find(({ ref }) => ref.id === id)
  }
  const caseOf = async (id: string) => {
    const found: Case[] = []
    const options = { definition: DEFAULT_OUTCOMES, now }
    for await (const page of readCases(pipeline.store, PORTAL, options)) found.push(...page)
    return found.find(({ ref }) => ref.id === id)
  }

  it('keeps who somebody was when first scored, and nothing of consent, safety or outcome', async () => {
    const kept = { ...BUYER, lifecycle: 'lead' }
    const guarded = { emailOptOut: false, existingPatient: false, part2Consent: 'complete' }
    await tell('7700001', { ...kept, ...guarded, repFeedback: 'useful', outcome: 'other' })

    const [entry, ...more] = (await historyOf('7700001'))?.entries ?? []
    const [scored] = await pipeline.store.intents.get(PORTAL, [contact('7700001')])

    expect(more).toEqual([])
    expect(entry?.facts).toEqual({ ...kept, industry: 'technology', companySize: 400 })
    expect(entry?.activities).toEqual([FORM])
    expect(scored?.values).toMatchObject({
      tier: entry?.tier,
      score: entry?.score,
      model: entry?.model,
      scoredAt: entry?.at,
    })
  })

  it('is kept without what is held for auditing only, a change of which writes nothing', async () => {
    const shipped = shippedAllowList('hubspot')
    const basis = 'Section 1557 review of 2026, approved by counsel'
    const held = allow('gender', 'auditGender', codes('audit-gender'), { basis })
    const fields = { ...shipped.fields, contact: [...(shipped.fields.contact ?? []), held] }
    await pipeline.store.allowLists.approve(PORTAL, { ...shipped, fields }, 'Ana Ops')
    await tell('7700003', { ...BUYER, auditGender: 'woman' })
    const before = await caseOf('7700003')
    const { write } = pipeline.crm.calls

    await tell('7700003', { ...BUYER, auditGender: 'man' })

    const [read] = await pipeline.store.records.get(PORTAL, [contact('7700003')])
    const after = await caseOf('7700003')
    expect(read?.facts).toHaveProperty('auditGender', 'man')
    expect([before, after].map((one) => one?.auditFacts['auditGender'])).toEqual(['woman', 'man'])
    expect(JSON.stringify((await historyOf('7700003'))?.entries)).not.toMatch(/audit|woman/)
    expect([write > 0, pipeline.crm.calls.write]).toEqual([true, write])
  })

  it('is not changed by what is learned, corrected or dated back later', async () => {
    await tell('7700002', BUYER)
    const before = await historyOf('7700002')
    now += 30 * DAY_MS
    const back: Activity = { kind: 'demo-booked', category: 'demo', at: START - 90_000 }
    const won: Activity = { kind: 'deal-won', category: 'other', at: now - DAY_MS }
    pipeline.crm.put(ACME, { facts: { industry: 'education', companySize: 9_000 } })
    await pipeline.store.marks.mark(PORTAL, [ACME], 'event')
    await tell('7700002', { ...BUYER, role: 'hr', lifecycle: 'customer' }, [back, FORM, won])

    const [first] = (await historyOf('7700002'))?.entries ?? []
    const one = await caseOf('7700002')

    expect(first).toEqual(before?.entries[0])
    expect(one).toMatchObject({ outcome: 'won', outcomeAt: won.at, asOf: first?.at })
    expect(one?.facts).toEqual({ ...BUYER, industry: 'technology', companySize: 400 })
    expect(one?.activities).toEqual([FORM])
  })

  it.each([
    ['asks not to be profiled', { doNotProfile: true }],
    ['turns out to be a minor', { ageBand: '13-17' }],
  ])('is gone once somebody %s', async (_what, facts) => {
    await tell('7700004', BUYER)
    expect(await historyOf('7700004')).toBeDefined()

    await tell('7700004', { ...BUYER, ...facts })

    expect(await historyOf('7700004')).toBeUndefined()
  })

  it('goes with the record that the CRM no longer has', async () => {
    await tell('7700005', BUYER)
    pipeline.crm.remove(contact('7700005'))
    await pipeline.store.marks.mark(PORTAL, [contact('7700005')], 'event')
    await pipeline.settle()

    expect(await pipeline.store.erasure.remains(PORTAL, contact('7700005'))).not.toContainEqual(
      expect.objectContaining({ table: 'score_history' }),
    )
  })

  it('leaves no trace of who asked to be forgotten', async () => {
    await tell('7700006', BUYER)

    const removed = await pipeline.store.erasure.forget(PORTAL, [contact('7700006')], 'operator')

    expect(removed).toMatchObject({ score_history: 1 })
    expect(await pipeline.store.erasure.remains(PORTAL, contact('7700006'))).toEqual([])
  })

  it('lets go of what has been kept as long as it may, when the record does', async () => {
    await tell('7700007', { ...BUYER, requestedContact: 'email' })
    now += 900 * DAY_MS

    await pipeline.queue.add('apply-retention', { portal: PORTAL })
    while ((await historyOf('7700007'))?.entries[0]?.activities.length !== 0) await turn()

    const kept = await historyOf('7700007')
    expect(kept?.entries[0]?.facts).toMatchObject({ role: 'benefits-leader' })
    expect(kept?.entries[0]?.facts).not.toHaveProperty('requestedContact')
    expect(kept?.entries[0]?.facts).not.toHaveProperty('inquiryType')
  })

  it('knows what counts as won from the portal, once it said so, and who did', async () => {
    const won = [{ fact: 'outcome', values: ['won'] }]
    const own: OutcomeDefinition = { ...DEFAULT_OUTCOMES, audiences: { employer: { won } } }
    const before = await outcomesOf(pipeline.store, PORTAL)

    const versions = [
      await saveOutcomes(pipeline.store, PORTAL, DEFAULT_OUTCOMES, 'Ana Ops'),
      await saveOutcomes(pipeline.store, PORTAL, own, 'Ben Ops'),
    ]

    expect(before).toEqual(DEFAULT_OUTCOMES)
    expect(versions).toEqual([1, 2])
    expect(await outcomesOf(pipeline.store, PORTAL)).toEqual(own)
    // The pipeline adds entries of its own meanwhile.
    const entries = await pipeline.store.ledger.list({ portal: PORTAL, limit: 50 })
    const defined = entries.find(({ detail }) => detail['action'] === 'outcomes-defined')
    expect(defined).toMatchObject({
      actor: actorOf('Ben Ops'),
      detail: {
        action: 'outcomes-defined',
        version: 2,
        text: expect.stringMatching(/^sha256:[0-9a-f]{32}$/),
      },
    })
  })
})

describe('the history of a portal', () => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore('server')
    await world.store.records.put(
      STORE_PORTAL,
      PEOPLE.map((id) => person(id)),
    )
    await world.store.intents.intend(
      STORE_PORTAL,
      PEOPLE.map((id, at) =>
        intent(id, { audience: at < 2 ? 'employer' : 'individual', scoredAt: START + at }),
      ),
      'bulk',
    )
  })
  afterAll(() => world.close())

  it('keeps the first time in a tier, however often and at once it is decided again', async () => {
    const { history, intents } = world.store
    const before = await history.page(STORE_PORTAL, { after: undefined, limit: 9 })
    const rounds = [1, 2, 3, 4, 5, 6].map((round) =>
      PEOPLE.map((id) =>
        intent(id, { score: round, tier: 'nurture', scoredAt: START + DAY_MS + round }),
      ),
    )
    const again = PEOPLE.map((id) => intent(id, { score: 99, scoredAt: START + 3 * DAY_MS }))

    await Promise.all(rounds.map((round) => intents.intend(STORE_PORTAL, round, 'bulk')))
    await intents.intend(STORE_PORTAL, again, 'bulk')

    const after = await history.page(STORE_PORTAL, { after: undefined, limit: 9 })
    expect(after.map(({ entries }) => entries[0])).toEqual(before.map(({ entries }) => entries[0]))
    expect(after.map(({ entries }) => entries.map(({ tier }) => tier))).toEqual(
      PEOPLE.map(() => ['sales-ready', 'nurture']),
    )
  })

  it('is read in pages, by audience and from a time on', async () => {
    expect(await idsIn(world.store, 2, {})).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    expect(await idsIn(world.store, 2, { audience: 'individual' })).toEqual([['c', 'd'], ['e']])
    expect(await idsIn(world.store, 9, { since: START + 3 })).toEqual([['d', 'e']])
  })

  it('begins at an upgrade with what stands then', async () => {
    await onDatabase(world.place, 'drop table score_history')
    const pool = new pg.Pool({ connectionString: world.place.databaseUrl })
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })

    await scoreHistory.up(db)
    await db.destroy()

    const people = await world.store.history.page(STORE_PORTAL, { after: undefined, limit: 9 })
    expect(people.map(({ ref }) => ref.id)).toEqual(PEOPLE)
    for (const { entries, activities } of people) {
      const facts = { role: 'hr', companySize: 250 }
      expect(entries).toMatchObject([
        { tier: 'sales-ready', score: 99, at: START + 3 * DAY_MS, facts, activities },
      ])
      expect(entries[0]?.facts).toEqual(facts)
    }
  })
})

async function idsIn(
  store: Store,
  limit: number,
  only: { readonly audience?: Audience; readonly since?: number },
): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = []
  let after: RecordRef | undefined
  for (;;) {
    const page = await store.history.page(STORE_PORTAL, { after, limit, ...only })
    if (page.length === 0) return pages
    after = page.at(-1)?.ref
    pages.push(page.map(({ ref }) => ref.id))
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 25))
