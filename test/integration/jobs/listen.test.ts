import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pushPosition, pushTrouble, setPush } from '#jobs/push-setting.ts'
import { USERS } from '#sandbox/salesforce/org.ts'
import type { Store } from '#src/store/store.ts'
import { CHANNEL, type Listening, startListening } from './listening.ts'

describe('listening for changes', () => {
  let world: Listening
  const [A, B, C] = [0, 1, 2].map((place) => () => world.ids[place] ?? '') as [
    () => string,
    () => string,
    () => string,
  ]
  const streams = (count: number) =>
    vi.waitFor(() => expect(world.sandbox.pubsub.counts().open).toBe(count), { timeout: 10_000 })
  const marked = async (...ids: readonly string[]): Promise<void> => {
    const seen = new Set<string>()
    await vi.waitFor(
      async () => {
        for (const id of await world.takeMarks()) seen.add(id)
        expect([...seen].toSorted()).toEqual([...ids].toSorted())
      },
      { timeout: 10_000 },
    )
  }
  const publish = (changeType: string, id: string, commitUser: string = USERS.rep): void =>
    world.sandbox.pubsub.publish({ entityName: 'Lead', recordIds: [id], changeType, commitUser })
  const trouble = async () => (await pushTrouble(world.store, world.portal))?.code

  beforeEach(async () => {
    world = await startListening()
  })
  afterEach(() => world.close())

  it('leaves a mark of an edit without a single poll', async () => {
    world.start()
    await streams(1)
    const before = world.sandbox.calls()

    world.edit(A())
    await marked(A())

    await vi.waitFor(() => expect(world.asked).toEqual(['dispatch-work']))
    expect(world.sandbox.calls()).toEqual(before)
  })

  it('leaves none of what Leadwell wrote itself', async () => {
    world.start()
    await streams(1)

    publish('UPDATE', A(), USERS.integration)
    world.edit(B())

    await marked(B())
  })

  it('goes on where the last process stopped, whatever happened meanwhile', async () => {
    const first = world.start()
    await streams(1)
    world.edit(A())
    await marked(A())
    await first.close()
    await streams(0)

    world.edit(B())
    world.edit(C())
    world.start()

    await marked(B(), C())
  })

  it('killed between the marks and the position, loses nothing', async () => {
    let kills = 1
    const dying = killedBeforeCommit(world.store, () => kills-- > 0)
    const first = world.start()
    await streams(1)
    world.edit(A())
    await marked(A())
    await first.close()
    await streams(0)

    world.edit(B())
    world.start({ store: dying })

    await marked(B())
    expect(kills).toBeLessThan(1)
  })

  it('reads an object again of which it was not told everything, and only that', async () => {
    await world.store.cursors.set(world.portal, 'backfill', { done: true })
    for (const object of ['lead', 'contact']) {
      await world.store.cursors.set(world.portal, `backfill:${object}`, { done: true })
    }
    world.start()
    await streams(1)

    publish('GAP_OVERFLOW', '000000000000000AAA')
    await vi.waitFor(() => expect(world.asked).toContain('backfill-portal'))

    expect(await world.store.cursors.get(world.portal, 'backfill')).toEqual({ done: false })
    expect(await world.store.cursors.get(world.portal, 'backfill:lead')).toBeUndefined()
    expect(await world.store.cursors.get(world.portal, 'backfill:contact')).toEqual({ done: true })
  })

  it('begins anew and asks for a poll when its position is not known any more', async () => {
    const first = world.start()
    await streams(1)
    world.edit(A())
    await marked(A())
    await first.close()
    await streams(0)
    world.sandbox.pubsub.reset()

    world.start()
    await vi.waitFor(() => expect(world.asked).toContain('poll-changes'))
    await streams(1)
    world.edit(B())

    await marked(B())
    expect(await trouble()).toBeUndefined()
  })

  it('asks for one poll, not for one each, when many activities change', async () => {
    world.start()
    await streams(1)

    for (let change = 0; change < 30; change += 1) {
      world.sandbox.pubsub.publish({
        entityName: 'Task',
        recordIds: ['00T5g000001AAAAAA4'],
        changeType: 'UPDATE',
        commitUser: USERS.rep,
      })
    }
    world.edit(A())
    await marked(A())

    expect(world.asked.filter((name) => name === 'poll-changes')).toHaveLength(1)
  })

  it('lets polling do alone while the deliveries of the day are used up, and says so', async () => {
    world.isImpatient = false
    world.start()
    await streams(1)
    world.sandbox.pubsub.setAllowance(0)

    world.edit(A())
    await vi.waitFor(async () => expect(await trouble()).toBe('push-limit-reached'))

    expect(world.pauses).toEqual([3_600_000])
    expect((await world.store.portals.find(world.portal))?.status).toBe('connected')
  })

  it('comes back after a limit with everything that was held back', async () => {
    world.start()
    await streams(1)
    world.edit(A())
    await marked(A())
    world.sandbox.pubsub.setAllowance(0)
    world.edit(B())
    await vi.waitFor(async () => expect(await trouble()).toBe('push-limit-reached'))

    world.sandbox.pubsub.setAllowance(100)

    await marked(B())
    await vi.waitFor(async () => expect(await trouble()).toBeUndefined())
  })

  it('tries again ever more slowly while the service is away', async () => {
    for (let time = 0; time < 9; time += 1) world.sandbox.pubsub.failNext('service.unavailable')
    world.start()

    await vi.waitFor(() => expect(world.pauses).toHaveLength(9), { timeout: 10_000 })

    expect(world.pauses).toEqual([1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000, 45_000, 45_000])
  })

  it('opens a stream again that broke off, behind what was kept', async () => {
    world.start()
    await streams(1)
    world.edit(A())
    await marked(A())

    world.sandbox.pubsub.cut('service.unavailable')
    world.edit(B())

    await marked(B())
    expect(world.pauses).toEqual([1500])
  })

  it('stops a portal for nothing: a channel that may not be watched is a notice', async () => {
    world.isImpatient = false
    world.sandbox.pubsub.setMayWatch(false)
    world.start()

    await vi.waitFor(async () => expect(await trouble()).toBe('push-not-allowed'))

    expect((await world.store.portals.find(world.portal))?.status).toBe('connected')
  })

  it('begins at once when an admin sets push again after an error', async () => {
    world.isImpatient = false
    world.sandbox.pubsub.setMayWatch(false)
    world.start()
    await vi.waitFor(async () => expect(await trouble()).toBe('push-not-allowed'))
    world.sandbox.pubsub.setMayWatch(true)

    await setPush(world.store, world.portal, { channel: CHANNEL, since: 2 })

    await streams(1)
  })

  it('ends when push is turned off and forgets where it was', async () => {
    world.start()
    await streams(1)
    world.edit(A())
    await marked(A())

    await setPush(world.store, world.portal, undefined)

    await streams(0)
    expect(await pushPosition(world.store, world.portal, CHANNEL)).toBeUndefined()
  })

  it('keeps one stream however many processes there are, and another takes over', async () => {
    const [first, second] = [world.start(), world.start()]
    await streams(1)
    world.edit(A())
    await marked(A())

    await first.close()
    await streams(1)
    world.edit(B())
    await marked(B())
    await second.close()

    expect(world.sandbox.pubsub.counts().opened).toBeLessThanOrEqual(2)
  })

  it('takes over from a process that died with its lease, and loses nothing', async () => {
    const first = world.start()
    await streams(1)
    world.edit(A())
    await marked(A())
    await first.close()
    // What a killed process leaves behind: a lease nobody renews.
    await world.redis.set(`leadwell:push:${world.portal}`, 'dead', 'PX', 600)

    world.edit(B())
    world.start()
    await marked(B())

    expect(await world.redis.get(`leadwell:push:${world.portal}`)).not.toBe('dead')
  })

  it('leaves the stream to whoever has the lease now', async () => {
    world.start()
    await streams(1)

    await world.redis.set(`leadwell:push:${world.portal}`, 'another', 'PX', 60_000)

    await streams(0)
    expect(await world.redis.get(`leadwell:push:${world.portal}`)).toBe('another')
  })
})

/** A store whose transactions do their work and then end without a commit, as often as `kill` says. */
function killedBeforeCommit(store: Store, kill: () => boolean): Store {
  return {
    ...store,
    transaction: (work) =>
      store.transaction(async (inner) => {
        const result = await work(inner)
        if (kill()) throw new Error('killed')
        return result
      }),
  }
}
