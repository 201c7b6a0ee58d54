import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { signatureHeaders } from '#sandbox/hubspot/sign-webhook.ts'
import type { Random } from '#sandbox/seed/random.ts'

const RETRY_IN_MS = 250
/** A delivery waits up to so long, so that later ones overtake it. */
const LATEST_MS = 1_500
const Events = z.array(z.record(z.string(), z.unknown()))

/**
 * Takes what the HubSpot sandbox sends and delivers each event twice, in another order, signed anew for
 * every try, until it was accepted.
 */
export interface WebhookRelay {
  readonly url: string
  /** Events accepted by the web process, repetitions included. */
  readonly accepted: () => number
  /** Resolves when everything taken so far was accepted. */
  drained(): Promise<void>
  close(): Promise<void>
}

export interface RelayOptions {
  readonly target: string
  readonly clientSecret: string
  readonly now: () => number
  readonly random: Random
}

export async function startWebhookRelay(options: RelayOptions): Promise<WebhookRelay> {
  const under = new Set<Promise<void>>()
  let accepted = 0
  let closed = false
  const deliver = async (events: readonly unknown[]): Promise<void> => {
    await sleep(options.random.int(0, LATEST_MS))
    while (!closed) {
      if (await post(options, JSON.stringify(events))) {
        accepted += events.length
        return
      }
      await sleep(RETRY_IN_MS)
    }
  }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      for (const batch of twice(Events.parse(JSON.parse(body)), options.random)) {
        const delivery = deliver(batch)
        under.add(delivery)
        void delivery.finally(() => under.delete(delivery))
      }
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/hubspot`,
    accepted: () => accepted,
    drained: async () => {
      while (under.size > 0) await Promise.all(under)
    },
    close: async () => {
      closed = true
      await Promise.all(under)
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

/** All of them in one delivery, and each again in one of its own. */
function twice<T>(events: readonly T[], random: Random): readonly (readonly T[])[] {
  const mixed = events
    .map((event) => ({ event, place: random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ event }) => event)
  return [mixed, ...mixed.map((event) => [event])]
}

async function post(options: RelayOptions, body: string): Promise<boolean> {
  const { target: uri, clientSecret, now } = options
  const signed = { method: 'POST', uri, body, clientSecret, timestamp: now() }
  try {
    const answer = await fetch(uri, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...signatureHeaders(signed) },
      signal: AbortSignal.timeout(5_000),
    })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}
