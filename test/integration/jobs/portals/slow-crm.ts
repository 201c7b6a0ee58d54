import type { Redis } from 'ioredis'
import { createQuota } from '#jobs/quota.ts'
import type { Connector } from '#src/connector-port.ts'
import type { Facts, Intent, Lane, PortalId, RecordRef } from '#src/ports.ts'
import { createFakeCrm, type FakeCrm } from '#test/fakes/fake-connector.ts'
import type { SkippingClock } from './skipping-clock.ts'

/** One answer of the CRM. */
const ANSWER_MS = 120
/** What a read costs in HubSpot with forty activities a person: associations by kind, then the activities. */
const callsOfRead = (people: number): number => 8 + Math.ceil((people * 40) / 100)
/** Calls of a read that cannot be made before others were answered. */
const STEPS_OF_READ = 3
const PAGE = 100

/** A change a webhook told of, from its mark until the CRM shows what came of it; epoch ms. */
export interface Wait {
  readonly markedAt: number
  /** When somebody began to read the person, which the quota may put off. */
  readonly readAt: number
  readonly writtenAt: number
}

type Open = Pick<Wait, 'markedAt'> & { readonly crisis: boolean; readAt?: number }

/** A CRM in memory whose calls take time and the portal's own quota. */
export interface SlowCrm {
  readonly fake: FakeCrm
  readonly waits: readonly Wait[]
  /** Changes that came and are not in the CRM yet. */
  readonly open: ReadonlyMap<string, unknown>
  readonly refs: readonly RecordRef[]
  readonly readInBulk: () => number
  connector(lane: Lane): Connector
  put(ref: RecordRef, row: Parameters<FakeCrm['put']>[1]): void
  /** Says of a person what changes every value of theirs; `false` when the last change is still open. */
  change(ref: RecordRef, facts: Facts): boolean
}

export function createSlowCrm(deps: {
  portal: PortalId
  redis: Redis
  clock: Pick<SkippingClock, 'now' | 'sleep'>
}): SlowCrm {
  const { now, sleep } = deps.clock
  const fake = createFakeCrm()
  const quota = createQuota({ redis: deps.redis, sleep, now }, deps.portal)
  const open = new Map<string, Open>()
  const crises = new Set<string>()
  const waits: Wait[] = []
  const refs: RecordRef[] = []
  let readInBulk = 0

  const callOf = async (lane: Lane, calls: number, steps: number): Promise<void> => {
    for (let made = 0; made < calls; made += 1) await quota.take('general', lane)
    await sleep(steps * ANSWER_MS)
  }
  const read = async (lane: Lane, some: readonly RecordRef[]) => {
    for (const { id } of some) {
      const waiting = open.get(id)
      if (waiting !== undefined) waiting.readAt ??= now()
    }
    await callOf(lane, callsOfRead(some.length), STEPS_OF_READ)
    if (lane === 'bulk') readInBulk += some.length
    return fake.connector.read(some)
  }
  const noteWritten = ({ ref, values }: Intent): void => {
    const waiting = open.get(ref.id)
    const isCrisis = 'hold' in values && values.hold === 'crisis'
    if (waiting?.readAt === undefined || waiting.crisis !== isCrisis) return
    open.delete(ref.id)
    waits.push({ markedAt: waiting.markedAt, readAt: waiting.readAt, writtenAt: now() })
  }

  return {
    fake,
    waits,
    open,
    refs,
    readInBulk: () => readInBulk,
    connector: (lane) => ({
      ...fake.connector,
      list: async (object, cursor) => {
        const all = refs.filter((ref) => ref.object === object)
        const start = Number(cursor ?? 0)
        const { records } = await read(lane, all.slice(start, start + PAGE))
        const next = start + PAGE < all.length ? String(start + PAGE) : undefined
        return { records, next }
      },
      read: (refs) => read(lane, refs),
      write: async (intents) => {
        await callOf(lane, 1, 1)
        const results = await fake.connector.write(intents)
        intents.forEach(noteWritten)
        return results
      },
    }),
    put: (ref, row) => {
      refs.push(ref)
      fake.put(ref, row)
    },
    change: (ref, facts) => {
      if (open.has(ref.id)) return false
      const crisis = !crises.has(ref.id)
      if (crisis) crises.add(ref.id)
      else crises.delete(ref.id)
      fake.put(ref, { facts: { ...facts, crisis } })
      open.set(ref.id, { markedAt: now(), crisis })
      return true
    },
  }
}
