import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { type HttpServer, serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import { readBackHubspot, readBackSalesforce, type Written } from './read-back.ts'
import { createWorld, type World } from './world.ts'

const NOW = Date.now()

describe('a change in the CRM', () => {
  let world: World
  let server: HttpServer

  beforeAll(async () => {
    world = await createWorld({ store: 'server', people: 60, now: NOW })
    const { runtime, sandbox, salesforce } = world
    server = await serve(
      createHttpApp({
        store: runtime.store,
        log: createLog({ level: 'silent' }),
        now: Date.now,
        publicUrl: undefined,
        hubspotSecrets: () => [sandbox.hubspot.clientSecret],
        kick: (portal) => runtime.queue.kick(portal),
        poll: (portal) => runtime.queue.add('poll-changes', { portal }),
        pingRedis: async () => undefined,
      }),
      0,
    )
    const origin = `http://127.0.0.1:${server.port}`
    sandbox.setTargets({
      hubspot: `${origin}/webhooks/hubspot`,
      salesforce: `${origin}/webhooks/salesforce/${salesforce.webhookKey}`,
    })
    await runtime.startWork({ concurrency: 4 })
    await Promise.all([world.sync(world.hubspot), world.sync(world.salesforce)])
  })
  afterAll(async () => {
    await server?.close()
    await world?.close()
  })

  it('reaches the HubSpot record as a new score by webhook, without a poll', async () => {
    const { hubspot } = world.sandbox
    const [id, before] = pickScored(await readBackHubspot(world.sandbox))

    const response = await fetch(`${hubspot.url}/crm/objects/2026-09/contacts/${id}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${hubspot.accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ properties: { crisis_flag: 'true' } }),
    })

    expect(response.status).toBe(200)
    expect(before.hold).toBeUndefined()
    const after = await until(async () => {
      const written = (await readBackHubspot(world.sandbox)).get(id)
      return written?.hold === 'crisis' ? written : undefined
    })
    // Nobody in crisis is a lead: no score, no tier, and the note points to help.
    expect(after.score).toBeUndefined()
    expect(after.tier).toBeUndefined()
    expect(after.handoff_note).toContain('988')
  })

  it('reaches the Salesforce record as a new score by outbound message', async () => {
    const { salesforce } = world.sandbox
    const [id, before] = pickScored(await readBackSalesforce(world.sandbox))
    const object = id.startsWith('00Q') ? 'Lead' : 'Contact'

    await fetch(`${salesforce.url}/_sandbox/edits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: object, id, values: { Crisis_Flag__c: true } }),
    })

    expect(before.hold).toBeUndefined()
    const after = await until(async () => {
      const written = (await readBackSalesforce(world.sandbox)).get(id)
      return written?.hold === 'crisis' ? written : undefined
    })
    expect(after.score).toBeUndefined()
  })
})

function pickScored(records: ReadonlyMap<string, Written>): readonly [string, Written] {
  const found = [...records].find(([, { tier, hold }]) => tier !== undefined && hold === undefined)
  if (found === undefined) throw new Error('no scored record')
  return found
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
