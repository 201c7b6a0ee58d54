import { setTimeout as sleep } from 'node:timers/promises'
import type { Random, Weighted } from '#sandbox/seed/random.ts'
import type { Fleet, ProcessName } from './fleet.ts'
import type { ChaosWorld } from './world.ts'

export interface FaultCounts {
  readonly kills: { web: number; worker: number; redis: number }
  /** Of the kills of Redis, those after which it knew nothing. */
  wiped: number
  postgresRestarts: number
  networkCuts: number
}

export interface FaultOptions {
  readonly random: Random
  /** Of our processes and Redis, at least; the rest comes on top. */
  readonly kills: number
  /** Faults go on so long, up to twice the kills. */
  readonly isBusy: () => boolean
  readonly gapMs: readonly [least: number, most: number]
  readonly onKill: (counts: FaultCounts) => void
}

type Fault = ProcessName | 'redis' | 'redis wiped' | 'postgres' | 'network'

const OFTEN: Weighted<Fault> = [
  ['web', 22],
  ['worker 1', 25],
  ['worker 2', 25],
  ['redis', 12],
  ['redis wiped', 8],
  ['postgres', 10],
  ['network', 18],
]

/** Kills, crashes and cuts at random moments until there were enough kills; every kind comes early once. */
export async function playFaults(
  world: ChaosWorld,
  fleet: Fleet,
  { random, kills, isBusy, gapMs, onKill }: FaultOptions,
): Promise<FaultCounts> {
  const counts = noFaults()
  const play = playerOf(world, fleet, { random, counts })
  const first = OFTEN.map(([fault]) => ({ fault, place: random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ fault }) => fault)
  const killed = (): number => Object.values(counts.kills).reduce((sum, count) => sum + count, 0)
  const isEnough = (): boolean => killed() >= (isBusy() ? 2 * kills : kills) && first.length === 0
  while (!isEnough()) {
    await sleep(random.int(...gapMs))
    const fault = first.shift() ?? random.weighted(OFTEN)
    // What was not running just then is killed later.
    if (!(await play.fault(fault))) first.push(fault)
    onKill(counts)
  }
  await play.ended()
  return counts
}

export function noFaults(): FaultCounts {
  return {
    kills: { web: 0, worker: 0, redis: 0 },
    wiped: 0,
    postgresRestarts: 0,
    networkCuts: 0,
  }
}

interface Playing {
  readonly random: Random
  readonly counts: FaultCounts
}

function playerOf(world: ChaosWorld, fleet: Fleet, { random, counts }: Playing) {
  let cut: Promise<void> | undefined
  const playFault = async (fault: Fault): Promise<boolean> => {
    if (fault === 'postgres') {
      await world.postgres.crash()
      counts.postgresRestarts += 1
    } else if (fault === 'network') {
      // Other faults go on while it is cut.
      cut ??= cutNetwork(world, random).finally(() => {
        cut = undefined
        counts.networkCuts += 1
      })
    } else if (fault === 'redis' || fault === 'redis wiped') {
      const wiped = fault === 'redis wiped'
      await world.redis.kill({ wiped })
      counts.kills.redis += 1
      if (wiped) counts.wiped += 1
    } else {
      if (!(await fleet.kill(fault))) return false
      counts.kills[fault === 'web' ? 'web' : 'worker'] += 1
    }
    return true
  }
  return { fault: playFault, ended: async () => await cut }
}

async function cutNetwork({ networks }: ChaosWorld, random: Random): Promise<void> {
  const { hubspot, salesforce } = networks
  const chosen = random.pick([[hubspot], [salesforce], [hubspot, salesforce]])
  for (const network of chosen) await network.cut()
  await sleep(random.int(300, 3_000))
  for (const network of chosen) await network.mend()
}
