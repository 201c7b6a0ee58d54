import { Agent, request } from 'node:http'
import { signatureHeaders } from '#sandbox/hubspot/sign-webhook.ts'
import { createRandom } from '#sandbox/seed/random.ts'
import type { StormEvent } from './plan-storm.ts'

const BATCH = 100

export interface DeliverOptions {
  readonly url: string
  readonly clientSecret: string
  readonly inFlight: number
  /** Part of the answers that never reach the sender, who then sends again later. */
  readonly lost: number
  /** Runs right before a delivery leaves for the first time or again. */
  readonly beforeSending: (events: readonly StormEvent[]) => void
}

export interface Delivered {
  /** Of the answers that came, in ms. */
  readonly latencies: readonly number[]
  readonly lost: number
  /** Answers other than 200; sent again, too. */
  readonly refused: number
}

interface Delivery {
  readonly events: readonly StormEvent[]
  readonly attempt: number
}

type Loss = 'before-answer' | 'after-answer' | undefined

/** Sends events as HubSpot does: signed, a hundred at a time, again when no 200 comes back. */
export async function deliver(
  events: readonly StormEvent[],
  options: DeliverOptions,
): Promise<Delivered> {
  const waiting: Delivery[] = []
  for (let start = 0; start < events.length; start += BATCH) {
    waiting.push({ events: events.slice(start, start + BATCH), attempt: 0 })
  }
  const agent = new Agent({ keepAlive: true, maxSockets: options.inFlight })
  const random = createRandom(5)
  const latencies: number[] = []
  const failed = { lost: 0, refused: 0 }
  const sendOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      options.beforeSending(next.events)
      const loss = random.chance(options.lost) ? lossOf(random.next()) : undefined
      const startedAt = performance.now()
      const answer = await send(next, { ...options, agent, loss })
      if (answer === 200) {
        latencies.push(performance.now() - startedAt)
        continue
      }
      failed[answer === 'lost' ? 'lost' : 'refused'] += 1
      waiting.push({ events: next.events, attempt: next.attempt + 1 })
    }
  }
  await Promise.all(Array.from({ length: options.inFlight }, sendOn))
  agent.destroy()
  return { latencies, ...failed }
}

/** Half of them before our answer is made, so that the work behind it is cut off anywhere. */
function lossOf(throwOfDice: number): Loss {
  return throwOfDice < 0.5 ? 'before-answer' : 'after-answer'
}

function send(
  { events, attempt }: Delivery,
  { url, clientSecret, agent, loss }: DeliverOptions & { agent: Agent; loss: Loss },
): Promise<number | 'lost'> {
  const body = JSON.stringify(events.map(({ payload }) => ({ ...payload, attemptNumber: attempt })))
  const signed = { method: 'POST', uri: url, body, timestamp: Date.now(), clientSecret }
  return new Promise((resolve) => {
    const headers = {
      ...signatureHeaders(signed),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const sending = request(url, { method: 'POST', agent, headers })
    sending.on('error', () => resolve('lost'))
    sending.on('response', (response) => {
      if (loss === 'after-answer') sending.destroy(new Error('lost'))
      response.on('error', () => resolve('lost'))
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.resume()
    })
    sending.end(body, () => {
      if (loss === 'before-answer') sending.destroy(new Error('lost'))
    })
  })
}
