import type { ChangeEvent } from '#sandbox/hubspot/portal/mutation.ts'
import { signatureHeaders } from '#sandbox/hubspot/sign-webhook.ts'
import type { Random } from '#sandbox/seed/random.ts'
import { eventDetails, type Subscription, subscribedTo } from './webhook-events.ts'

const BATCH = 100
const DUPLICATED = 0.1
const DEADLINE_MS = 5_000
const RETRIES = 10
const IN_FLIGHT = 10

export interface Webhooks {
  readonly setTarget: (url: string | undefined) => void
  readonly emit: (events: readonly ChangeEvent[]) => void
  /** Resolves when everything emitted so far was accepted or given up. */
  readonly flush: () => Promise<void>
  readonly close: () => void
}

export interface WebhookDeps {
  readonly portalId: number
  readonly clientSecret: string
  readonly subscriptions: readonly Subscription[]
  readonly random: Random
  readonly now: () => number
  /** How long a first retry waits; doubles. Real ones are spread over a day. */
  readonly retryMs: number
}

type Notification = Readonly<Record<string, unknown>>

/** Delivers as HubSpot does: batched, unordered, sometimes twice, again when refused. */
export function createWebhooks(deps: WebhookDeps): Webhooks {
  let target: string | undefined
  let queue: Notification[] = []
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const running = new Set<Promise<void>>()
  let nextEventId = 1
  const deliverQueue = () => {
    clearTimeout(timer)
    timer = undefined
    const url = target
    const batches = chunk(disorder(queue, deps.random))
    queue = []
    if (url === undefined) return
    const lanes = Array.from({ length: Math.min(IN_FLIGHT, batches.length) }, async () => {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        await deliver(deps, url, batch, () => closed)
      }
    })
    for (const lane of lanes) {
      running.add(lane)
      void lane.finally(() => running.delete(lane))
    }
  }
  return {
    setTarget: (url) => {
      target = url
    },
    emit: (events) => {
      if (target === undefined || closed) return
      for (const event of events) {
        for (const at of subscribedTo(event, deps.subscriptions)) {
          queue.push(notification(deps, event, { at, eventId: nextEventId }))
          nextEventId += 1
        }
      }
      timer ??= setTimeout(deliverQueue, 20).unref()
    },
    flush: async () => {
      while (queue.length > 0 || running.size > 0) {
        deliverQueue()
        await Promise.all(running)
      }
    },
    close: () => {
      closed = true
      clearTimeout(timer)
    },
  }
}

function notification(
  deps: WebhookDeps,
  event: ChangeEvent,
  { at, eventId }: { at: number; eventId: number },
): Notification {
  return {
    eventId,
    subscriptionId: 2_000_000 + at,
    portalId: deps.portalId,
    appId: 7_906_213,
    attemptNumber: 0,
    ...eventDetails(event, deps.subscriptions[at] ?? { subscriptionType: '' }),
  }
}

/** Doubles about one in ten, then shuffles. */
function disorder(notifications: readonly Notification[], random: Random): Notification[] {
  const shuffled = notifications.flatMap((one) => (random.chance(DUPLICATED) ? [one, one] : [one]))
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = random.int(0, last)
    const [here, there] = [shuffled[last], shuffled[other]]
    if (here !== undefined && there !== undefined) {
      shuffled[last] = there
      shuffled[other] = here
    }
  }
  return shuffled
}

function chunk(notifications: readonly Notification[]): Notification[][] {
  const batches: Notification[][] = []
  for (let at = 0; at < notifications.length; at += BATCH) {
    batches.push(notifications.slice(at, at + BATCH))
  }
  return batches
}

async function deliver(
  deps: WebhookDeps,
  url: string,
  batch: readonly Notification[],
  stopped: () => boolean,
): Promise<void> {
  for (let attemptNumber = 0; attemptNumber <= RETRIES && !stopped(); attemptNumber += 1) {
    if (attemptNumber > 0) await pause(deps.retryMs * Math.min(2 ** (attemptNumber - 1), 32))
    const body = JSON.stringify(batch.map((one) => ({ ...one, attemptNumber })))
    if (await post(deps, url, body)) return
  }
}

async function post(deps: WebhookDeps, url: string, body: string): Promise<boolean> {
  const signed = { clientSecret: deps.clientSecret, method: 'POST', uri: url, body }
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        ...signatureHeaders({ ...signed, timestamp: deps.now() }),
      },
      signal: AbortSignal.timeout(DEADLINE_MS),
    })
    await response.arrayBuffer()
    return response.ok
  } catch {
    // Refused, reset or too slow: one and the same to HubSpot, which tries again.
    return false
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
