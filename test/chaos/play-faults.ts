import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '#sandbox/seed/random.ts'
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
  /** Processes of ours and Redis; the rest comes on top. */
  readonly kills: number
  readonly gapMs: readonly [least: number, most: number]
  readonly onKill: (counts: FaultCounts) => void
}

type Fault = ProcessName | 'redis' | 'postgres' | 'network'

/** Kills, crashes and cuts at random moments until there were enough kills. */
export async function playFaults(
  world: ChaosWorld,
  fleet: Fleet,
  { random, kills, gapMs, onKill }: FaultOptions,
): Promise<FaultCounts> {
  const counts = noFaults()
  const cuts: Promise<void>[] = []
  for (let done = 0; done < kills; ) {
    await sleep(random.int(...gapMs))
    const fault = random.weighted<Fault>([
      ['worker 1', 25],
      ['worker 2', 25],
      ['web', 22],
      ['redis', 20],
      ['postgres', 10],
      ['network', 18],
    ])
    if (fault === 'postgres') {
      await world.postgres.crash()
      counts.postgresRestarts += 1
    } else if (fault === 'network') {
      if (cuts.length > 0) continue
      // Other faults go on meanwhile.
      cuts.push(cutNetwork(world, random).finally(() => cuts.splice(0)))
      counts.networkCuts += 1
    } else if (fault === 'redis') {
      const wiped = random.chance(0.4)
      await world.redis.kill({ wiped })
      counts.kills.redis += 1
      if (wiped) counts.wiped += 1
    } else if (await fleet.kill(fault)) {
      counts.kills[fault === 'web' ? 'web' : 'worker'] += 1
    }
    done = counts.kills.web + counts.kills.worker + counts.kills.redis
    onKill(counts)
  }
  await Promise.all(cuts)
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

async function cutNetwork({ networks }: ChaosWorld, random: Random): Promise<void> {
  const { hubspot, salesforce } = networks
  const chosen = random.pick([[hubspot], [salesforce], [hubspot, salesforce]])
  for (const network of chosen) await network.cut()
  await sleep(random.int(300, 3_000))
  for (const network of chosen) await network.mend()
}
