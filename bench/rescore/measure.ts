/** `node bench/rescore/measure.ts <place>`: publishes the changed rule and scores all that is stored. */
import { readFileSync } from 'node:fs'
import { scoreChunk } from '#jobs/run-chunks.ts'
import { createScoreThreads } from '#jobs/score-threads.ts'
import { createDeciders } from '#src/deciders.ts'
import { loadShippedModels } from '#src/models.ts'
import { openAt } from './open.ts'
import { PORTAL, PUBLISHED_AT } from './people.ts'

/** As many as a portal has at work at once. */
const PARTS = 4
const [, , place = ''] = process.argv
const now = (): number => PUBLISHED_AT
const store = await openAt(place, now)
const deciders = createDeciders(await loadShippedModels())
const { deciderFor } = deciders

const shipped = readFileSync(new URL('../../models/employer.yaml', import.meta.url), 'utf8')
const changed = shipped.replace(/(id: asks-about-employees\s+points: )10/, '$114')
if (changed === shipped) throw new Error('The rule to be changed is not in the model any more.')
const texts = { employer: changed }
const draft = { texts, note: 'bench', parent: 0, by: 'author' }
const { version } = await store.models.draft(PORTAL, draft)
await store.models.approve(PORTAL, version, { by: 'approver', selfApproval: false })

const startedAt = performance.now()
const cpu = process.cpuUsage()
await store.transaction(async (inner) => {
  await inner.models.publish(PORTAL, version, 'approver')
  await inner.runs.begin(PORTAL, { kind: 'publish', model: version, by: 'approver' })
})
const begunMs = performance.now() - startedAt
const threads = createScoreThreads()
await Promise.all(Array.from({ length: PARTS }, work))
const run = await store.runs.finish(PORTAL)
const seconds = (performance.now() - startedAt) / 1_000
const { user, system } = process.cpuUsage(cpu)
const figures = {
  people: run?.total,
  changed: run?.changed,
  seconds: rounded(seconds),
  rss_mb: Math.round(process.resourceUsage().maxRSS / 1_024),
  begun_ms: Math.round(begunMs),
  cpu_seconds: rounded((user + system) / 1e6),
}
await store.close()
process.stdout.write(`${JSON.stringify(figures)}\n`)
process.exit(0)

async function work(): Promise<void> {
  for (;;) {
    const chunk = await store.runs.claimChunk(PORTAL, 60_000)
    if (chunk === undefined) return
    await scoreChunk({ store, deciderFor, now, threads }, chunk)
  }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
