import { type BusEvent, type EventBus, fromReplayId, toReplayId } from './event-bus.ts'
import type { EventSchemas } from './event-schemas.ts'
import { type PubsubCode, pubsubError } from './pubsub-error.ts'

/** Pub/Sub API guide, "Allocations". */
const MOST_REQUESTED = 100
/** Fewer than are asked for, so that clients meet several answers for one request. */
const MOST_IN_ANSWER = 40

export interface Channel {
  /** Such as `/data/Leadwell__chn`. */
  readonly name: string
  readonly entities: readonly string[]
  /** The filter expression `ChangeEventHeader.commitUser != '…'`. */
  readonly exceptUser?: string
}

export interface FetchRequest {
  readonly topicName: string
  readonly replayPreset: string
  readonly replayId: Buffer
  readonly numRequested: number
}

export interface SubscriptionDeps {
  readonly bus: EventBus
  readonly schemas: EventSchemas
  readonly channel: (name: string) => Channel
  /** Throws the error with which the session or the allocation ends the stream. */
  readonly check: () => void
  readonly delivered: (events: number) => void
  readonly write: (response: object) => void
}

/** One client's stream. Whatever it throws ends it. */
export interface Subscription {
  request(request: FetchRequest): void
  /** Sends what there is, within what was asked for. */
  deliver(): void
  keepAlive(): void
}

export function createSubscription(deps: SubscriptionDeps): Subscription {
  let channel: Channel | undefined
  let position = 0n
  let pending = 0

  const send = (events: readonly BusEvent[]): void => {
    pending -= events.length
    position = events.at(-1)?.position ?? position
    deps.delivered(events.length)
    deps.write({
      events: events.map((event) => eventOf(deps.schemas, event)),
      latestReplayId: toReplayId(events.length === 0 ? deps.bus.latest() : position),
      rpcId: '0af3',
      pendingNumRequested: pending,
    })
  }
  const deliver = (): void => {
    for (let due = dueOf(deps.bus, channel, position); due.length > 0 && pending > 0; ) {
      deps.check()
      send(due.slice(0, Math.min(pending, MOST_IN_ANSWER)))
      due = dueOf(deps.bus, channel, position)
    }
  }
  return {
    deliver,
    keepAlive: () => {
      deps.check()
      send([])
    },
    request: (request) => {
      deps.check()
      if (channel === undefined) {
        channel = deps.channel(request.topicName)
        position = startOf(deps.bus, request)
      } else if (request.topicName !== '' && request.topicName !== channel.name) {
        fail('subscription.fetch.topic.mismatch')
      }
      const { numRequested } = request
      if (numRequested <= 0) fail('subscription.fetch.requested.events.invalid')
      pending += numRequested
      if (pending > MOST_REQUESTED) fail('subscription.fetch.overflow')
      deliver()
    },
  }
}

function dueOf(bus: EventBus, channel: Channel | undefined, position: bigint): readonly BusEvent[] {
  if (channel === undefined) return []
  const { entities, exceptUser } = channel
  return bus
    .after(position)
    .filter(
      ({ entityName, commitUser }) => entities.includes(entityName) && commitUser !== exceptUser,
    )
}

function startOf(bus: EventBus, { replayPreset, replayId }: FetchRequest): bigint {
  if (replayPreset === 'LATEST') return bus.latest()
  if (replayPreset === 'EARLIEST') return bus.earliest()
  if (replayId.length === 0) fail('subscription.fetch.replayid.validation.failed')
  const position = fromReplayId(replayId)
  if (position === undefined || !bus.knows(position)) fail('subscription.fetch.replayid.corrupted')
  return position
}

function eventOf(schemas: EventSchemas, event: BusEvent): object {
  const { schemaId, payload } = schemas.encode(event)
  const id = event.position.toString(16)
  return { event: { id, schemaId, payload }, replayId: toReplayId(event.position) }
}

function fail(code: PubsubCode): never {
  throw pubsubError(code)
}
