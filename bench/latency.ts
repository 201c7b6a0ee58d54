/**
 * From a CRM's webhook at our door until the new values stand in the CRM, one change after the other on
 * quiet portals: `npm run bench -- latency [changes]`. `net` leaves out the time in which a call to the
 * sandbox was under way, so it is what Leadwell adds: queue, store, scoring, and its wait for more to come.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { readBackHubspot, readBackSalesforce, type Written } from '#test/e2e/read-back.ts'
import { startPostgres } from '#test/private-postgres.ts'
import { type LatencyWorld, openWorld } from './latency/open-world.ts'
import { coveredMs, createRecorder, type Recorder } from './latency/recorder.ts'
import { timesOf } from './latency/times.ts'

const changes = Number(process.argv[2] === 'latency' ? process.argv[3] : process.argv[2]) || 40
const PEOPLE = 400
/** Between two changes, so that the quota of the portal is not what is measured. */
const PAUSE_MS = 500
const PATIENCE_MS = 60_000

interface Side {
  readonly crm: 'hubspot' | 'salesforce'
  /** Kinds of calls that write. */
  readonly writes: readonly string[]
  readBack(): Promise<ReadonlyMap<string, Written>>
  /** Whether the new values stand on this record. */
  stands(id: string): Promise<boolean>
  /** Says that a person is in crisis, which changes every value of theirs. */
  change(id: string): Promise<Response>
}

const stops: (() => Promise<void>)[] = []
try {
  const recorder = createRecorder()
  const world = await openWorld(await startPostgres(stops), PEOPLE, recorder)
  const hubspot = await measure(hubspotSide(world), recorder)
  const salesforce = await measure(salesforceSide(world), recorder)
  await world.close()
  process.stdout.write(`${JSON.stringify({ bench: 'latency', changes, hubspot, salesforce })}\n`)
} finally {
  for (const stop of stops) await stop()
}

async function measure(side: Side, recorder: Recorder) {
  const scored = [...(await side.readBack())].filter(([, { tier, hold }]) => tier && !hold)
  const people = scored.slice(0, changes).map(([id]) => id)
  const spans = []
  for (const id of people) {
    await sleep(PAUSE_MS)
    spans.push(await changeOne(side, id, recorder))
  }
  const after = await side.readBack()
  return {
    changes: people.length,
    standing: people.filter((id) => after.get(id)?.hold === 'crisis').length,
    totalMs: timesOf(spans.map(({ total }) => total)),
    sandboxMs: timesOf(spans.map(({ sandbox }) => sandbox)),
    netMs: timesOf(spans.map(({ total, sandbox }) => total - sandbox)),
    callsEach:
      Math.round((spans.reduce((sum, { calls }) => sum + calls, 0) / spans.length) * 10) / 10,
  }
}

async function changeOne(side: Side, id: string, recorder: Recorder) {
  recorder.begin()
  const { status } = await side.change(id)
  if (status >= 300) throw new Error(`${side.crm} refused the change: ${status}`)
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    const from = recorder.webhookAt()
    const written = recorder.calls().findLast(({ kind }) => side.writes.includes(kind))
    // A write may be another record's; which one it was only the CRM can tell.
    if (from !== undefined && written !== undefined && (await side.stands(id))) {
      const whole = { from, to: written.to }
      const calls = recorder.calls().filter(({ to }) => to <= written.to)
      const sandbox = coveredMs(whole, calls)
      return { total: whole.to - whole.from, sandbox, calls: calls.length }
    }
    if (performance.now() > giveUpAt) throw new Error(`${side.crm}: nothing was written`)
    await sleep(5)
  }
}

function hubspotSide({ sandbox }: LatencyWorld): Side {
  const { url, accessToken } = sandbox.hubspot
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' }
  return {
    crm: 'hubspot',
    writes: ['batch-write'],
    readBack: () => readBackHubspot(sandbox),
    stands: async (id) => {
      const query = '?properties=leadwell_hold'
      const answer = await fetch(`${url}/crm/objects/2026-09/contacts/${id}${query}`, { headers })
      return (await answer.text()).includes('"leadwell_hold":"crisis"')
    },
    change: (id) =>
      fetch(`${url}/crm/objects/2026-09/contacts/${id}`, {
        method: 'PATCH',
        headers,
        body: JSON.stringify({ properties: { crisis_flag: 'true' } }),
      }),
  }
}

function salesforceSide({ sandbox }: LatencyWorld): Side {
  return {
    crm: 'salesforce',
    writes: ['collections', 'composite'],
    readBack: () => readBackSalesforce(sandbox),
    stands: async (id) => (await readBackSalesforce(sandbox)).get(id)?.hold === 'crisis',
    change: (id) => {
      const type = id.startsWith('00Q') ? 'Lead' : 'Contact'
      return fetch(`${sandbox.salesforce.url}/_sandbox/edits`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type, id, values: { Crisis_Flag__c: true } }),
      })
    },
  }
}
