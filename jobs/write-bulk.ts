import { z } from 'zod'
import type { BulkWrites, Connector, WriteResult } from '#src/connector-port.ts'
import { TransientError } from '#src/errors.ts'
import type { PortalId, RecordObject } from '#src/ports.ts'
import type { PendingIntent, Store, WaitingIntents } from '#src/store/store.ts'
import type { JobHandler } from './catalog.ts'
import { countedFor } from './count-calls.ts'
import type { JobDeps } from './deps.ts'
import { keepResults, RETRY_IN_MS } from './keep-results.ts'
import { clearTrouble, noteTrouble } from './portal-trouble.ts'
import { propertiesIn } from './properties-in.ts'
import { chunksOf } from './save-records.ts'
import { withholdUnsafe } from './withhold-unsafe.ts'

const CURSOR = 'write-bulk'
/** Longer than any import takes; then others may write what was reserved, which does no harm. */
const RESERVED_MS = 6 * 3_600_000
/** Intents looked through and noted in the ledger at once, so that other work goes on in between. */
const CHUNK = 1_000

const Running = z.object({
  object: z.custom<RecordObject>((value) => typeof value === 'string'),
  until: z.number(),
  /** When the CRM is to be asked again. */
  nextAt: z.number(),
  /** What the connector saved of its own. */
  state: z.unknown().optional(),
})
type Running = z.infer<typeof Running>

/**
 * Writes very many records of one object by the CRM's own bulk way, beside the batches. What it works
 * on is reserved in the store, so that any process may go on with it.
 */
export function createWriteBulk(deps: JobDeps): JobHandler<'write-bulk'> {
  return async ({ portal }) => {
    try {
      const connector = await deps.connectorFor(portal, 'bulk')
      const running = await runningOf(deps.store, portal)
      if (running !== undefined && running.nextAt > deps.now()) return
      const work = running ?? (await begin(deps, portal, connector))
      if (work === undefined || connector.bulkWrites === undefined) return
      await goOn(deps, portal, connector.bulkWrites, work)
    } catch (error) {
      await noteTrouble(deps, portal, error)
      throw error
    }
    await deps.queue.kick(portal)
  }
}

/** Whether a bulk write is under way, whose values may still arrive in the CRM. */
export async function isWritingBulk(store: Store, portal: PortalId): Promise<boolean> {
  return (await runningOf(store, portal)) !== undefined
}

/** Objects of which so many wait that the bulk way costs less. */
export function bulkObjects(
  { bulkWrites }: Connector,
  waiting: readonly WaitingIntents[],
): readonly RecordObject[] {
  if (bulkWrites === undefined) return []
  return waiting
    .filter(({ count, event }) => count - event >= bulkWrites.from)
    .map(({ object }) => object)
}

async function runningOf(store: Store, portal: PortalId): Promise<Running | undefined> {
  return Running.safeParse(await store.cursors.get(portal, CURSOR)).data
}

/** Reservation and cursor in one transaction: killed at any moment, there are both or neither. */
async function begin(
  deps: JobDeps,
  portal: PortalId,
  connector: Connector,
): Promise<Running | undefined> {
  const waiting = await deps.store.intents.claimable(portal)
  const [object] = bulkObjects(connector, waiting)
  if (object === undefined || connector.bulkWrites === undefined) return undefined
  const running = { object, until: deps.now() + RESERVED_MS, nextAt: 0 }
  const limit = connector.bulkWrites.most
  await deps.store.transaction(async (inner) => {
    await inner.intents.reserve(portal, { ...running, limit })
    await inner.cursors.set(portal, CURSOR, running)
  })
  return running
}

async function goOn(
  deps: JobDeps,
  portal: PortalId,
  bulkWrites: BulkWrites,
  running: Running,
): Promise<void> {
  const { store } = deps
  const isNew = running.state === undefined
  const intents = await prepare(deps, portal, await store.intents.reserved(portal, running), isNew)
  const results = await writeOrWait(deps, portal, bulkWrites, { running, intents })
  if (results === undefined) return
  // Kept and ended at once: whoever looks in between would take the portal for settled.
  await store.transaction(async (inner) => {
    await keepResults({ ...deps, store: inner }, portal, intents, results)
    await inner.intents.endReservation(portal, running)
    await inner.cursors.remove(portal, CURSOR)
  })
  await clearTrouble(store, portal)
}

/** `undefined`: the CRM is to be asked again later, by the next job that finds the cursor. */
async function writeOrWait(
  deps: JobDeps,
  portal: PortalId,
  bulkWrites: BulkWrites,
  { running, intents }: { running: Running; intents: readonly PendingIntent[] },
): Promise<readonly WriteResult[] | undefined> {
  const { cursors } = deps.store
  let kept = running
  try {
    const saving = {
      resume: running.state,
      save: async (state: unknown) => {
        kept = { ...kept, state }
        await cursors.set(portal, CURSOR, kept)
      },
    }
    return await countedFor(deps.store, portal, intents, () => bulkWrites.write(intents, saving))
  } catch (error) {
    if (!(error instanceof TransientError)) throw error
    const nextAt = deps.now() + (error.retryAfterMs ?? RETRY_IN_MS)
    await cursors.set(portal, CURSOR, { ...kept, nextAt })
    // Asking again later is how a bulk write goes; only other reasons are trouble.
    if (!error.code.endsWith('-running')) await noteTrouble(deps, portal, error)
    return undefined
  }
}

/** The last look before anything leaves, and the note that it left; both once, before the first call. */
async function prepare(
  deps: JobDeps,
  portal: PortalId,
  reserved: readonly PendingIntent[],
  isNew: boolean,
): Promise<readonly PendingIntent[]> {
  if (!isNew) return reserved
  const safe: PendingIntent[] = []
  for (const chunk of chunksOf(reserved, CHUNK)) {
    const records = await withholdUnsafe(deps, portal, chunk)
    const properties = propertiesIn(records)
    if (records.length > 0) {
      await deps.store.ledger.append(portal, { kind: 'sent', records, properties })
    }
    safe.push(...records)
  }
  return safe
}
