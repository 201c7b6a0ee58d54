import type { Metadata, ServerDuplexStream } from '@grpc/grpc-js'
import type { EventBus } from './event-bus.ts'
import type { EventSchemas } from './event-schemas.ts'
import { type PubsubCode, pubsubError } from './pubsub-error.ts'
import {
  type Channel,
  createSubscription,
  type FetchRequest,
  type Subscription,
} from './subscription.ts'

/** CDC allocations of an Enterprise Edition org: events delivered in 24 hours. */
const DELIVERIES_A_DAY = 25_000

type Call = ServerDuplexStream<FetchRequest, object>

/** The streams that are open, what they cost and how they end. */
export interface Streams {
  open(call: Call): void
  /** To each of them; one that fails ends. */
  toAll(work: (one: Subscription) => void): void
  cut(code: PubsubCode): void
  failNext(code: PubsubCode): void
  setAllowance(events: number): void
  counts(): { delivered: number; opened: number; open: number }
}

export interface StreamDeps {
  readonly bus: EventBus
  readonly schemas: EventSchemas
  readonly channel: (name: string) => Channel
  readonly checkSession: (metadata: Metadata) => void
}

export function createStreams({ bus, schemas, channel, checkSession }: StreamDeps): Streams {
  const open = new Map<Call, Subscription>()
  const counts = { delivered: 0, opened: 0 }
  const faults: PubsubCode[] = []
  let allowance = DELIVERIES_A_DAY

  const attempt = (call: Call, work: () => void): void => {
    try {
      work()
    } catch (error) {
      open.delete(call)
      call.emit('error', error)
    }
  }
  const subscriptionOf = (call: Call): Subscription =>
    createSubscription({
      bus,
      schemas,
      channel,
      check: () => {
        checkSession(call.metadata)
        if (counts.delivered >= allowance) throw pubsubError('subscription.limit.exceeded')
      },
      delivered: (events) => {
        counts.delivered += events
      },
      write: (response) => void call.write(response),
    })

  return {
    open: (call) => {
      counts.opened += 1
      const one = subscriptionOf(call)
      open.set(call, one)
      call.on('data', (request: FetchRequest) => {
        attempt(call, () => {
          throwIfDue(faults)
          one.request(request)
        })
      })
      call.on('cancelled', () => open.delete(call))
      call.on('end', () => {
        open.delete(call)
        call.end()
      })
    },
    toAll: (work) => {
      for (const [call, one] of open) attempt(call, () => work(one))
    },
    cut: (code) => {
      for (const call of open.keys()) attempt(call, () => throwIfDue([code]))
    },
    failNext: (code) => void faults.push(code),
    setAllowance: (events) => {
      allowance = counts.delivered + events
    },
    counts: () => ({ ...counts, open: open.size }),
  }
}

function throwIfDue(faults: PubsubCode[]): void {
  const fault = faults.shift()
  if (fault !== undefined) throw pubsubError(fault)
}
