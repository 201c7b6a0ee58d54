import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDeciders } from '#src/deciders.ts'
import { approveModels } from '#src/model-sets/approve-models.ts'
import { draftModels } from '#src/model-sets/draft-models.ts'
import { publishModels } from '#src/model-sets/publish-models.ts'
import { rollbackModels } from '#src/model-sets/rollback-models.ts'
import type { PortalId } from '#src/ports.ts'
import { connect, openTestStore, type TestStore } from '#test/integration/store/open-stores.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { asksForSelf, depsWith, individual, shipped, type TestDeps } from './model-sets.ts'

describe.each(STORE_KINDS)('models of a portal in the %s store', (kind) => {
  let world: TestStore
  let deps: TestDeps
  let portal: PortalId
  let count = 0
  beforeAll(async () => {
    world = await openTestStore(kind, [])
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    count += 1
    portal = `hubspot:${7_000 + count}`
    await connect(world.store, portal)
    deps = depsWith(world.store, () => world.clock.now)
  })

  const draft = (points: number, version: number) =>
    draftModels(deps, portal, {
      files: [{ name: 'individual.yaml', text: individual([asksForSelf(points)], version) }],
      note: `Their own care is worth ${points}`,
      by: 'Ana Ops',
    })
  const publish = async (points: number, version: number) => {
    const { set } = await draft(points, version)
    await approveModels(deps, portal, { version: set.version, by: 'Bo Ops' })
    return publishModels(deps, portal, { version: set.version, by: 'bo' })
  }
  const pointsInForce = async () => {
    const { models } = await createDeciders(shipped).modelsFor(world.store, portal)
    const rules = models.get('individual')?.source.fit.groups.flatMap((group) => group.rules)
    return rules?.find(({ id }) => id === 'asks-for-self')?.points
  }
  const told = async () => {
    const entries = await world.store.ledger.list({ portal, limit: 50 })
    return entries
      .filter(({ detail }) => String(detail['action']).startsWith('model-'))
      .map(({ actor, detail }) => [detail['action'], detail['version'], actor])
      .toReversed()
  }

  it('are those that ship until others are published', async () => {
    const { set } = await draft(26, 3)
    await approveModels(deps, portal, { version: set.version, by: 'Bo Ops' })

    expect(await pointsInForce()).toBe(20)

    await publishModels(deps, portal, { version: set.version, by: 'Bo Ops' })

    expect(await pointsInForce()).toBe(26)
  })

  it('begin a run when they are published, and have it worked on', async () => {
    const { run } = await publish(26, 3)

    expect(run).toMatchObject({ kind: 'publish', model: 1, status: 'running', by: 'bo' })
    expect(await world.store.runs.active(portal)).toMatchObject({ id: run.id })
    expect(deps.worked).toEqual([portal])
  })

  it('stay published when the queue cannot be told', async () => {
    deps = { ...deps, workOnRun: () => Promise.reject(new Error('no Redis')) }

    await publish(26, 3)

    expect(await pointsInForce()).toBe(26)
  })

  it('are approved by somebody else than their author, however the name is written', async () => {
    const { set } = await draft(26, 3)

    const own = approveModels(deps, portal, { version: set.version, by: ' ana ops' })

    await expect(own).rejects.toMatchObject({ code: 'approval-by-author' })
    await expect(
      publishModels(deps, portal, { version: set.version, by: 'Bo Ops' }),
    ).rejects.toMatchObject({ code: 'model-not-approved' })
  })

  it('are approved by their author where the portal allows it, and the ledger says so', async () => {
    deps = depsWith(world.store, () => world.clock.now, { selfApproval: true })
    const { set } = await draft(26, 3)

    await approveModels(deps, portal, { version: set.version, by: 'Ana Ops' })

    const [entry] = await world.store.ledger.list({ portal, limit: 1 })
    expect(entry?.detail).toMatchObject({ action: 'model-approved', selfApproved: true })
  })

  it('are neither approved nor published with a text the language lint refuses', async () => {
    const text = individual([[/Asks about care for themselves/g, 'Is an addict who wants care']], 3)
    const files = [{ name: 'individual.yaml', text }]
    const { set, findings } = await draftModels(deps, portal, { files, note: 'x', by: 'Ana' })
    await world.store.models.approve(portal, set.version, { by: 'Bo', selfApproval: false })

    expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
    await expect(
      publishModels(deps, portal, { version: set.version, by: 'Bo' }),
    ).rejects.toMatchObject({ code: 'model-unfit', message: /individual\.yaml:\d+ / })
    expect(await world.store.models.publishedVersion(portal)).toBe(0)
  })

  it('are refused when others came in force since they were drafted', async () => {
    const { set: late } = await draft(30, 3)
    await approveModels(deps, portal, { version: late.version, by: 'Bo Ops' })
    await publish(26, 4)

    const publishing = publishModels(deps, portal, { version: late.version, by: 'Bo Ops' })

    await expect(publishing).rejects.toMatchObject({ code: 'model-outdated' })
  })

  it('come in force once when two publish at the same time', async () => {
    const { set } = await draft(26, 3)
    await approveModels(deps, portal, { version: set.version, by: 'Bo Ops' })
    const request = { version: set.version, by: 'Bo Ops' }

    const both = await Promise.allSettled([
      publishModels(deps, portal, request),
      publishModels(deps, portal, request),
    ])

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('go back one step with each rollback, down to those that ship', async () => {
    await publish(26, 3)
    world.clock.now += 1
    await publish(30, 4)
    world.clock.now += 1

    const back = await rollbackModels(deps, portal, { by: 'Cy' })
    const pointsOnceBack = await pointsInForce()
    world.clock.now += 1
    await rollbackModels(deps, portal, { by: 'Cy' })

    expect(back.run).toMatchObject({ kind: 'rollback', model: back.set.version })
    expect(pointsOnceBack).toBe(26)
    expect(await pointsInForce()).toBe(20)
    const list = await world.store.models.list(portal)
    expect(list.map(({ status }) => status)).toEqual(['published', 'retired', 'retired', 'retired'])
  })

  it('leave an entry in the ledger for every step, by whoever took it', async () => {
    await publish(26, 3)
    await rollbackModels(deps, portal, { by: 'cy' })

    expect(await told()).toEqual([
      ['model-drafted', 1, 'operator'],
      ['model-approved', 1, 'operator'],
      ['model-published', 1, 'bo'],
      ['model-rolled-back', 2, 'cy'],
    ])
    expect(await world.store.ledger.verify(portal)).not.toHaveProperty('brokenAt')
  })

  it('refuse a draft that says what is in force, or says otherwise under the same version', async () => {
    const same = { files: [{ name: 'a.yaml', text: individual() }], note: 'x', by: 'Ana' }

    await expect(draftModels(deps, portal, same)).rejects.toMatchObject({ code: 'model-unchanged' })
    await expect(draft(26, 2)).rejects.toMatchObject({ code: 'version-not-higher' })
  })

  it('keep texts of the set before as known, which may still wait to be written', async () => {
    const text = individual([[/Asks about care for themselves/g, 'Asks for an own appointment']], 3)
    const files = [{ name: 'individual.yaml', text }]
    const { set } = await draftModels(deps, portal, { files, note: 'x', by: 'Ana' })
    await approveModels(deps, portal, { version: set.version, by: 'Bo' })
    await publishModels(deps, portal, { version: set.version, by: 'Bo' })
    world.clock.now += 1
    const deciders = createDeciders(shipped)
    await deciders.modelTextsFor(world.store, portal)

    await rollbackModels(deps, portal, { by: 'Bo' })

    const texts = await deciders.modelTextsFor(world.store, portal)
    expect(texts).toContain('Asks for an own appointment')
    expect(texts).toContain('Asks about care for themselves')
  })

  it('go with the portal', async () => {
    await publish(26, 3)

    const removed = await world.store.erasure.portal(portal)

    expect(removed).toMatchObject({ model_sets: 1 })
    await world.store.models.draft(portal, { texts: {}, note: 'late', parent: 0, by: 'Ana' })
    expect(await world.store.models.list(portal)).toEqual([])
  })
})
