import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTokens } from '#connectors/salesforce/auth/tokens.ts'
import { createHeaderReader } from '#connectors/salesforce/pubsub/change-events.ts'
import { endpointOf } from '#connectors/salesforce/pubsub/endpoint.ts'
import {
  createPubsubClient,
  createPubsubService,
  type PubsubService,
} from '#connectors/salesforce/pubsub/pubsub-service.ts'
import { readStream } from '#connectors/salesforce/pubsub/read-stream.ts'
import { createEventSchemas } from '#sandbox/salesforce/pubsub/event-schemas.ts'
import { createSchema } from '#sandbox/salesforce/schema/schema.ts'
import type { PushedChanges } from '#src/connector-port.ts'
import { CHANNEL, type PushOrg, SOMEBODY, startPushOrg } from './pubsub-org.ts'

const schemas = createEventSchemas(createSchema())
const encoded = schemas.encode({
  entityName: 'Lead',
  recordIds: ['00Q5g000001AAAAEA4'],
  changeType: 'UPDATE',
  commitUser: SOMEBODY,
  changed: ['Email'],
  values: { Email: 'jane@example.org', LastName: 'Doe' },
  position: 2n ** 60n,
  at: 1_800_000_000_000,
})
const schemaJson = schemas.schemaJson(encoded.schemaId) ?? ''

describe('a change event', () => {
  it('is read for its header; the values behind it are skipped', () => {
    const header = createHeaderReader(schemaJson)(encoded.payload)

    expect(header).toEqual({
      entityName: 'Lead',
      recordIds: ['00Q5g000001AAAAEA4'],
      changeType: 'UPDATE',
      commitUser: SOMEBODY,
    })
  })

  it.each([
    ['an empty payload', Buffer.alloc(0)],
    ['a cut payload', encoded.payload.subarray(0, 40)],
    ['a payload of something else', Buffer.from('jane@example.org')],
  ])('of %s is unreadable, and nothing of it is quoted', (_case, payload) => {
    const read = createHeaderReader(schemaJson)

    expect(() => read(payload)).toThrow(
      expect.objectContaining({
        code: 'push-event-unreadable',
        message: expect.not.stringContaining('jane'),
      }),
    )
  })

  it.each(['', 'null', '{}', '{"type":"record","name":"A","fields":[]}', '"string"'])(
    'with the schema %j is unreadable',
    (text) => {
      expect(() => createHeaderReader(text)).toThrow(
        expect.objectContaining({ code: 'push-event-unreadable' }),
      )
    },
  )
})

describe('an event that cannot be read', () => {
  let org: PushOrg
  beforeAll(async () => {
    org = await startPushOrg()
  })
  afterAll(() => org.close())

  it('does not stop the stream: its position is kept and a poll asked for', async () => {
    const client = createPubsubClient(endpointOf(await org.pubsub.listen()))
    const token = await createTokens(org.org.deps).current()
    const real = createPubsubService(client, token, org.org.sandbox.orgId)
    const service: PubsubService = { ...real, schemaJson: async () => '{"type":"broken"}' }
    const batches: PushedChanges[] = []
    const stopping = new AbortController()

    const done = readStream(
      { service, readers: new Map(), ownUserId: undefined },
      {
        channel: CHANNEL,
        position: undefined,
        signal: stopping.signal,
        keep: async (batch) => void batches.push(batch),
      },
    )
    await vi.waitFor(() => expect(org.pubsub.counts().open).toBe(1))
    org.org.sandbox.edits.edit('Lead', await org.id('Lead'), { Title: 'x' })
    await vi.waitFor(() => expect(batches).toHaveLength(1))
    stopping.abort()
    await done
    client.close()

    expect(batches[0]).toMatchObject({ refs: [], poll: true, resync: [] })
    expect(batches[0]?.position).not.toBe('')
  })
})
