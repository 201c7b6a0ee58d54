import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPushSource } from '#connectors/salesforce/pubsub/push-source.ts'
import { CHANNEL, OWN, type PushOrg, SOMEBODY, startPushOrg } from './pubsub-org.ts'

/** Resolves once the stream stands; what happens before would not be heard. */
async function open(org: PushOrg, streams = 1): Promise<void> {
  await vi.waitFor(() => expect(org.pubsub.counts().open).toBe(streams))
}

describe('the stream of changes', () => {
  let org: PushOrg
  beforeEach(async () => {
    org = await startPushOrg()
  })
  afterEach(() => org.close())

  it('tells of an edit by the record it was made on and nothing of its values', async () => {
    const id = await org.id('Lead')
    const heard = org.listen()
    await open(org)

    org.org.sandbox.edits.edit('Lead', id, { Title: 'Head of something private' })
    await vi.waitFor(() => expect(heard.batches).toHaveLength(1))

    expect(heard.batches[0]).toMatchObject({
      refs: [{ object: 'lead', id }],
      poll: false,
      resync: [],
    })
    expect(JSON.stringify(heard.batches)).not.toContain('private')
    await heard.stop()
    expect(await heard.ended).toBeUndefined()
  })

  it('keeps quiet about what the integration user wrote', async () => {
    const [own, other] = [await org.id('Lead', 0), await org.id('Lead', 1)]
    const heard = org.listen()
    await open(org)

    org.pubsub.publish({
      entityName: 'Lead',
      recordIds: [own],
      changeType: 'UPDATE',
      commitUser: OWN,
    })
    org.org.sandbox.edits.edit('Lead', other, { Title: 'x' })
    await vi.waitFor(() => expect(heard.ids()).toContain(other))

    expect(heard.ids()).toEqual([other])
    await heard.stop()
  })

  it('goes on behind the position that was kept, to the last bit of it', async () => {
    const ids = [await org.id('Lead', 0), await org.id('Lead', 1), await org.id('Lead', 2)]
    const first = org.listen()
    await open(org)
    for (const id of ids.slice(0, 2)) org.org.sandbox.edits.edit('Lead', id, { Title: 'x' })
    await vi.waitFor(() => expect(first.ids()).toHaveLength(2))
    await first.stop()
    org.org.sandbox.edits.edit('Lead', ids[2] ?? '', { Title: 'y' })

    const second = org.listen(first.batches[0]?.position)
    await vi.waitFor(() => expect(second.ids()).toHaveLength(2))

    expect(second.ids()).toEqual(ids.slice(1))
    expect(Buffer.from(first.batches[0]?.position ?? '', 'base64')).toHaveLength(8)
    await second.stop()
  })

  it('keeps the position of a quiet stream too', async () => {
    const heard = org.listen()
    await open(org)
    await vi.waitFor(() => {
      org.pubsub.keepAlive()
      expect(heard.batches.length).toBeGreaterThan(0)
    })

    expect(heard.batches[0]).toMatchObject({ refs: [], poll: false, resync: [] })
    expect(heard.batches[0]?.position).not.toBe('')
    await heard.stop()
  })

  it('asks for more only once what came is kept, and never for more than a hundred', async () => {
    let letOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      letOn = resolve
    })
    const id = await org.id('Lead')
    const heard = org.listen(undefined, () => held)
    await open(org)

    for (let edit = 0; edit < 250; edit += 1)
      org.org.sandbox.edits.edit('Lead', id, { Title: `${edit}` })
    await vi.waitFor(() => expect(org.pubsub.counts().delivered).toBe(100))
    const whileHeld = heard.batches.length
    letOn()
    await vi.waitFor(() => expect(org.pubsub.counts().delivered).toBe(250))

    expect(whileHeld).toBe(0)
    await heard.stop()
    // The sandbox ends a stream on which more than a hundred are asked for.
    expect(await heard.ended).toBeUndefined()
  })

  it('fetches the schema of an object once', async () => {
    const ids = [await org.id('Lead', 0), await org.id('Contact', 0)]
    const heard = org.listen()
    await open(org)

    for (const type of ['x', 'y', 'z']) {
      org.org.sandbox.edits.edit('Lead', ids[0] ?? '', { Title: type })
      org.org.sandbox.edits.edit('Contact', ids[1] ?? '', { Title: type })
    }
    await vi.waitFor(() => expect(heard.ids().length).toBeGreaterThanOrEqual(6))
    await heard.stop()
    const again = org.listen(heard.batches[0]?.position)
    await vi.waitFor(() => expect(again.ids().length).toBeGreaterThan(0))
    await again.stop()

    expect(org.pubsub.counts().schemas).toBe(2)
  })

  it('asks for a poll where an event cannot name its people', async () => {
    const heard = org.listen()
    await open(org)

    org.pubsub.publish({
      entityName: 'Task',
      recordIds: ['00T5g000001AAAAAA4'],
      changeType: 'UPDATE',
      commitUser: SOMEBODY,
    })
    await vi.waitFor(() => expect(heard.batches).toHaveLength(1))

    expect(heard.batches[0]).toMatchObject({ refs: [], poll: true, resync: [] })
    await heard.stop()
  })

  it.each([
    ['a gap', 'GAP_UPDATE', (id: string) => id, { refs: 1, resync: [] }],
    ['a deletion', 'DELETE', (id: string) => id, { refs: 1, resync: [] }],
    ['an overflow', 'GAP_OVERFLOW', () => '000000000000000AAA', { refs: 0, resync: ['lead'] }],
    ['a wildcard', 'UPDATE', () => '00Q*', { refs: 0, resync: ['lead'] }],
  ])('takes %s as a hint to look again', async (_case, changeType, idOf, wanted) => {
    const id = await org.id('Lead')
    const heard = org.listen()
    await open(org)

    org.pubsub.publish({
      entityName: 'Lead',
      recordIds: [idOf(id)],
      changeType,
      commitUser: SOMEBODY,
    })
    await vi.waitFor(() => expect(heard.batches).toHaveLength(1))

    expect(heard.batches[0]?.refs).toHaveLength(wanted.refs)
    expect(heard.batches[0]?.resync).toEqual(wanted.resync)
    await heard.stop()
  })

  it('outlives the end of a session, however often', async () => {
    const ids = [await org.id('Lead', 0), await org.id('Lead', 1), await org.id('Lead', 2)]
    const heard = org.listen()
    await open(org)

    for (const [place, id] of ids.entries()) {
      org.org.sandbox.edits.edit('Lead', id, { Title: 'x' })
      await vi.waitFor(() => expect(heard.ids()).toHaveLength(place + 1))
      org.org.sandbox.expireSessions()
    }
    org.org.sandbox.edits.edit('Lead', ids[0] ?? '', { Title: 'y' })
    await vi.waitFor(() => expect(heard.ids()).toHaveLength(4))

    expect(heard.ids()).toEqual([...ids, ids[0]])
    await heard.stop()
  })

  it('gives up on a token that is refused although it is new', async () => {
    for (let time = 0; time < 2; time += 1) org.pubsub.failNext('service.auth.error')

    const heard = org.listen()

    expect(await heard.ended).toBe('salesforce-token-refused')
  })

  it.each([
    ['subscription.fetch.replayid.corrupted', 'push-position-lost'],
    ['subscription.limit.exceeded', 'push-limit-reached'],
    ['service.unavailable', 'push-unavailable'],
    ['subscription.topic.cannot.subscribe', 'push-not-allowed'],
  ] as const)('ends on %s with %s', async (code, expected) => {
    org.pubsub.failNext(code)

    expect(await org.listen().ended).toBe(expected)
  })

  it('knows a position that is too old, of another instance, or no position', async () => {
    const id = await org.id('Lead')
    const heard = org.listen()
    await open(org)
    org.org.sandbox.edits.edit('Lead', id, { Title: 'x' })
    org.org.sandbox.edits.edit('Lead', id, { Title: 'y' })
    await vi.waitFor(() => expect(heard.ids()).toHaveLength(2))
    await heard.stop()

    org.org.now += 73 * 3_600_000
    org.pubsub.publish({
      entityName: 'Lead',
      recordIds: [id],
      changeType: 'UPDATE',
      commitUser: OWN,
    })
    const old = org.listen(heard.batches.at(-1)?.position)
    const nonsense = org.listen(Buffer.from('nonsense!').toString('base64'))

    expect(await old.ended).toBe('push-position-lost')
    expect(await nonsense.ended).toBe('push-position-lost')
  })

  it('says which channel is unknown and who may not watch', async () => {
    const unknown = org.source.listen({
      channel: '/data/Other__chn',
      position: undefined,
      signal: new AbortController().signal,
      keep: async () => undefined,
    })
    await expect(unknown).rejects.toMatchObject({ code: 'push-channel-unknown' })

    org.pubsub.setMayWatch(false)
    expect(await org.listen().ended).toBe('push-not-allowed')
  })

  it('does not take silence for peace', async () => {
    const { org: sandboxOrg, pubsub } = org
    const source = createPushSource({
      ...sandboxOrg.deps,
      pubsubUrl: await pubsub.listen(),
      silenceMs: 50,
    })

    const ended = source.listen({
      channel: CHANNEL,
      position: undefined,
      signal: new AbortController().signal,
      keep: async () => undefined,
    })

    await expect(ended).rejects.toMatchObject({ code: 'push-unavailable' })
  })
})

describe('the address of the Pub/Sub API', () => {
  it.each([
    'http://pubsub.example.org:7443',
    'ftp://127.0.0.1',
    'api.pubsub.salesforce.com',
    'https://a:7443/x',
  ])('is not taken as %s', async (pubsubUrl) => {
    const org = await startPushOrg()

    expect(() => createPushSource({ ...org.org.deps, pubsubUrl })).toThrow(
      expect.objectContaining({ code: 'pubsub-url-invalid' }),
    )
    await org.close()
  })
})
