import { z } from 'zod'
import type { Connector } from '#src/connector-port.ts'
import type { PortalId, RecordObject } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import type { JobContext, JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { forgetHeirs } from './forget-heirs.ts'
import { clearTrouble, noteTrouble } from './portal-trouble.ts'
import { saveRecords } from './save-records.ts'

const Progress = z.object({
  done: z.boolean(),
  next: z.string().optional(),
  /** When the first page was asked for, epoch ms; a page may hold what the CRM gathered at that time. */
  since: z.number().default(0),
})
const START = { done: false }

/**
 * Reads a portal whole, one page and one durable cursor at a time: killed anywhere, it goes on from
 * the last page that was kept. Reading a page twice changes nothing.
 */
export function createBackfillPortal(deps: JobDeps): JobHandler<'backfill-portal'> {
  return async ({ portal }, context) => {
    try {
      await startPollingFromHere(deps, portal)
      const connector = await deps.connectorFor(portal, 'bulk')
      for (const object of connector.objects) {
        await backfillObject(deps, { portal, connector, object, context })
        if (context.signal.aborted) return
      }
      await endBackfill(deps.store, portal, connector.objects)
    } catch (error) {
      await noteTrouble(deps, portal, error)
      throw error
    }
    await deps.queue.kick(portal)
  }
}

/** The first poll looks back to here, or what changes during a long backfill would be missed. */
async function startPollingFromHere({ store, now }: JobDeps, portal: PortalId): Promise<void> {
  if ((await store.cursors.get(portal, 'poll')) !== undefined) return
  await store.cursors.set(portal, 'poll', { at: now() })
}

interface ObjectBackfill {
  readonly portal: PortalId
  readonly connector: Connector
  readonly object: RecordObject
  readonly context: JobContext
}

async function backfillObject(
  deps: JobDeps,
  { portal, connector, object, context }: ObjectBackfill,
): Promise<void> {
  const name = `backfill:${object}`
  const begun = (await deps.store.cursors.get(portal, name)) ?? { ...START, since: deps.now() }
  const { since, ...reached } = Progress.parse(begun)
  let progress = reached
  while (!progress.done && !context.signal.aborted) {
    const page = await connector.list(object, progress.next)
    progress = { done: page.next === undefined, next: page.next }
    await clearTrouble(deps.store, portal)
    await forgetHeirs(deps, portal, connector, page.records)
    const kept = progress.done ? { done: true } : { ...progress, since }
    const fresh = { records: page.records, readAt: since }
    await deps.store.transaction(async (store) => {
      await saveRecords({ ...deps, store }, portal, fresh, 'bulk')
      await store.cursors.set(portal, name, kept)
    })
    await deps.queue.add('write-intents', { portal })
  }
}

/** Not while an object was asked for again after it had been read: the next sweep goes on with it. */
async function endBackfill(
  store: Store,
  portal: PortalId,
  objects: readonly RecordObject[],
): Promise<void> {
  await store.transaction(async ({ cursors }) => {
    for (const object of objects) {
      const progress = Progress.parse((await cursors.get(portal, `backfill:${object}`)) ?? START)
      if (!progress.done) return
    }
    await cursors.set(portal, 'backfill', { done: true })
  })
}

/** Whether everything the portal held when it was connected has been read. */
export async function isBackfilled(store: Store, portal: PortalId): Promise<boolean> {
  return Progress.parse((await store.cursors.get(portal, 'backfill')) ?? START).done
}

/** Forgets how far a backfill came, so that the next one reads everything again. */
export async function restartBackfill(
  store: Store,
  portal: PortalId,
  objects: readonly RecordObject[],
): Promise<void> {
  await store.transaction(async (inner) => {
    await inner.cursors.set(portal, 'backfill', START)
    for (const object of objects) await inner.cursors.remove(portal, `backfill:${object}`)
  })
}
