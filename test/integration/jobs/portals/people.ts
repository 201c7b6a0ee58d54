import { chunksOf } from '#jobs/save-records.ts'
import { type ScoreRecordsDeps, scoreRecords } from '#jobs/score-records.ts'
import { createRandom } from '#sandbox/seed/random.ts'
import { createDeciders } from '#src/deciders.ts'
import { loadShippedModels } from '#src/models.ts'
import type { Activity, Facts, PortalId, RecordRef } from '#src/ports.ts'
import type { Portals } from './open-portals.ts'
import type { SlowCrm } from './slow-crm.ts'

const DAY_MS = 86_400_000
const ACTIVITIES = 8
const PEOPLE_A_COMPANY = 20
const BATCH = 500
const KINDS = ['page-viewed', 'email-opened', 'form-submitted'] as const
const SEEKER: Facts = { inquiryType: 'self', requestedContact: 'call', emailClass: 'personal' }
const BUYER: Facts = { inquiryType: 'employer-benefits', role: 'benefits-leader' }

export function personOf(index: number): RecordRef {
  return { object: 'contact', id: String(1_000_000 + index) }
}

/** One in four deals with us for an employer. */
export function factsOf(index: number): Facts {
  return index % 4 === 0 ? BUYER : SEEKER
}

function companyOf(index: number): string {
  return String(1 + Math.floor(index / PEOPLE_A_COMPANY))
}

/** Fills a CRM with made-up people and the organisations of those who deal with us for one. */
export function settlePeople(crm: SlowCrm, count: number, before: number): void {
  const random = createRandom(5, count)
  for (let index = 0; index < count; index += 1) {
    const companyId = index % 4 === 0 ? companyOf(index) : undefined
    const activities = Array.from({ length: ACTIVITIES }, (): Activity => {
      return {
        kind: random.pick(KINDS),
        category: 'other',
        at: before - random.int(1, 60 * DAY_MS),
      }
    })
    const timeline = activities.toSorted((a, b) => b.at - a.at)
    crm.put(personOf(index), {
      facts: factsOf(index),
      activities: timeline,
      ...(companyId && { companyId }),
    })
    if (companyId !== undefined && index % PEOPLE_A_COMPANY === 0) {
      const facts = { organisationType: 'employer', companySize: 100 + index }
      crm.put({ object: 'company', id: companyId }, { facts })
    }
  }
}

/** Reads, scores and writes them all before anything is measured, past queue and quota. */
export async function bringUpToDate(
  { store, clock, crm }: Portals,
  portal: PortalId,
): Promise<void> {
  const { fake, refs } = crm(portal)
  const { connector } = fake
  const { deciderFor } = createDeciders(await loadShippedModels())
  const deps: ScoreRecordsDeps = { store, deciderFor, now: clock.now }
  for (const object of connector.objects) {
    const all = refs.filter((ref) => ref.object === object)
    for (const some of chunksOf(all, BATCH)) {
      const { records } = await connector.read(some)
      await store.records.put(portal, records)
      await scoreRecords(deps, portal, records, 'bulk')
    }
  }
  const options = { limit: BATCH, leaseMs: 0, objects: connector.objects }
  for (;;) {
    const intents = await store.intents.claim(portal, options)
    if (intents.length === 0) break
    await connector.write(intents)
    await store.intents.written(portal, intents)
  }
  await store.cursors.set(portal, 'backfill', { done: true })
}
