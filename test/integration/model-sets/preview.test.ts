import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import { draftModels } from '#src/model-sets/draft-models.ts'
import { type Preview, previewModels } from '#src/model-sets/preview-models.ts'
import { withOwnModels } from '#src/models.ts'
import {
  openTestStore,
  PORTAL,
  person,
  type TestStore,
} from '#test/integration/store/open-stores.ts'
import { asksForSelf, depsWith, individual, score, shipped, type TestDeps } from './model-sets.ts'

const DRAFT = individual([asksForSelf(34)], 3)

let world: TestStore
let deps: TestDeps
beforeAll(async () => {
  world = await openTestStore('server')
  deps = depsWith(world.store, () => world.clock.now)
})
afterAll(() => world.close())

const asking = (id: string, facts: object = {}) =>
  person(id, { facts: { inquiryType: 'self', requestedContact: 'call', ...facts } })
const everybody = [
  ...Array.from({ length: 1_205 }, (_, index) => asking(String(10_000 + index))),
  ...Array.from({ length: 30 }, (_, index) =>
    person(String(20_000 + index), { facts: { inquiryType: 'job-seeker' } }),
  ),
  asking('30000', { doNotProfile: true }),
]

async function preview(text = DRAFT, options: { capacity?: number } = {}): Promise<Preview> {
  const files = [{ name: 'individual.yaml', text }]
  const { set } = await draftModels(deps, PORTAL, { files, note: 'More', by: 'Ana' })
  return previewModels(deps, PORTAL, { version: set.version, ...options })
}

describe('a preview', () => {
  beforeAll(() => score(world.store, PORTAL, everybody, world.clock.now))

  it('tells of everybody what the draft then decides', async () => {
    const seen = await preview()

    const models = withOwnModels(shipped, { individual: DRAFT }, 'draft')
    const decider = createDecider({ ...models, audienceOf: shipped.audienceOf })
    const tiers = everybody.map((record) => {
      const input = { record, companyFacts: undefined, previous: undefined }
      const now = world.clock.now
      return decider.decide({ ...input, policy: DEFAULT_POLICY, now }).values.tier ?? 'none'
    })
    for (const tier of ['sales-ready', 'nurture', 'unqualified', 'none'] as const) {
      expect(seen.tiers[tier]?.after ?? 0).toBe(tiers.filter((one) => one === tier).length)
    }
    expect(seen.records).toBe(everybody.length)
  })

  it('counts what would be written, and not who stays as they are', async () => {
    const { writes } = await preview()

    expect(writes).toMatchObject({ records: 1_205, calls: 13 })
  })

  it('counts a sentence that is worded otherwise as written, though no score moves', async () => {
    const text = individual([[/Asks about care for themselves/g, 'Asks for an own appointment']], 3)

    const { writes, movers } = await preview(text)

    expect(movers).toEqual([])
    expect(writes.records).toBe(1_205)
  })

  it('counts nothing as written for what nobody reads', async () => {
    const text = individual(
      [[/Somebody who asks for their own care/, 'Who asks for their own care']],
      3,
    )

    const { writes, movers } = await preview(text)

    expect([writes.records, movers]).toEqual([0, []])
  })

  it('names the twenty that move most, by id, with the lines that move them', async () => {
    const { movers } = await preview()

    expect(movers).toHaveLength(20)
    expect(movers[0]).toMatchObject({ ref: { object: 'contact', id: '10000' } })
    expect(movers[0]?.reasons).toContainEqual({
      text: 'Asks about care for themselves',
      before: 20,
      after: 34,
    })
  })

  it('leaves a person who may not be profiled unscored', async () => {
    const { holds, matrix } = await preview()

    expect(holds['do-not-profile']).toEqual({ before: 1, after: 1 })
    expect(matrix['none>none']).toBe(1)
  })

  it('changes nothing', async () => {
    const pending = await world.store.intents.pending(PORTAL)
    const before = await world.store.ledger.list({ portal: PORTAL, limit: 1 })

    const { version } = await preview()

    const [entry] = await world.store.ledger.list({ portal: PORTAL, limit: 1 })
    expect(entry?.seq).toBe((before[0]?.seq ?? 0) + 1)
    expect(entry?.detail).toMatchObject({ action: 'model-drafted', version })
    expect(await world.store.intents.pending(PORTAL)).toBe(pending)
  })

  it('says that a draft with errors cannot be published', async () => {
    const text = individual([[/Asks about care for themselves/g, 'Is an addict who wants care']], 3)

    const { publishable, findings } = await preview(text)

    expect(publishable).toBe(false)
    expect(findings[0]).toMatchObject({ audience: 'individual', severity: 'error' })
  })
})
