import { createRandom } from '#sandbox/seed/random.ts'
import { calmDown } from './calm-down.ts'
import { differing } from './end-state.ts'
import { startFleet } from './fleet.ts'
import { type ChaosOptions, type Outcome, outcomeOf, PATIENCE_MS, type Stage } from './outcome.ts'
import { type PlanOptions, planInputs } from './plan-inputs.ts'
import { noFaults, playFaults } from './play-faults.ts'
import { playInputs } from './play-inputs.ts'
import { populationsOf } from './populations.ts'
import { setUp } from './set-up.ts'
import { startWeb } from './start-web.ts'
import { startWorker } from './start-worker.ts'
import { type ChaosWorld, createChaosWorld } from './world.ts'

const EDITS_A_KILL = 4

export interface Comparison {
  readonly calm: Outcome
  readonly chaos: Outcome
  /** Records that did not end alike. */
  readonly differing: readonly string[]
}

/** The same things happen twice: undisturbed, then amid faults. */
export async function compareRuns(options: ChaosOptions): Promise<Comparison> {
  const calm = await inWorld(options, runCalm)
  options.say(`undisturbed run: ${calm.state.size} records stand as they should`)
  const chaos = await inWorld(options, runAmidFaults)
  return { calm, chaos, differing: differing(calm.state, chaos.state) }
}

async function inWorld(
  options: ChaosOptions,
  play: (stage: Stage) => Promise<Outcome>,
): Promise<Outcome> {
  const world = await createChaosWorld(options)
  try {
    const begun = await setUp(world)
    try {
      const inputs = planInputs(await populationsOf(begun), planOf(options))
      return await play({ options, world, begun, inputs })
    } finally {
      await begun.runtime.close()
    }
  } finally {
    await world.close()
  }
}

function planOf({ seed, kills }: ChaosOptions): PlanOptions {
  return { seed, edits: kills * EDITS_A_KILL, orders: Math.max(6, Math.round(kills / 4)) }
}

async function runCalm({ options, world, begun, inputs }: Stage): Promise<Outcome> {
  const web = await startWeb(begun.runtime)
  const worker = await startWorker(begun.runtime)
  try {
    await calmDown(begun, { patienceMs: PATIENCE_MS, askEveryMs: 5_000 })
    tellWebhooks(world)
    const pace = { random: createRandom(options.seed, 5), editEveryMs: 0, orderEveryMs: 0 }
    const erasures = await playInputs(world, begun, inputs, pace)
    return await outcomeOf({ options, world, begun, inputs }, { faults: noFaults(), erasures })
  } finally {
    await worker.close()
    await web.close()
  }
}

async function runAmidFaults({ options, world, begun, inputs }: Stage): Promise<Outcome> {
  const { seed, kills, gapMs, say } = options
  const fleet = startFleet(world.env)
  try {
    tellWebhooks(world)
    const gapMeanMs = (gapMs[0] + gapMs[1]) / 2
    const pace = {
      random: createRandom(seed, 5),
      editEveryMs: gapMeanMs / EDITS_A_KILL,
      // Carrying one out takes its time, too.
      orderEveryMs: gapMeanMs,
    }
    let isBusy = true
    const [erasures, faults] = await Promise.all([
      playInputs(world, begun, inputs, pace).finally(() => {
        isBusy = false
      }),
      playFaults(world, fleet, {
        random: createRandom(seed, 6),
        kills,
        isBusy: () => isBusy,
        gapMs,
        onKill: (counts) => say(`faults so far: ${JSON.stringify(counts)}`),
      }),
    ])
    say(`faults are over; ${fleet.endings()} times a process ended by itself`)
    return await outcomeOf({ options, world, begun, inputs }, { faults, erasures })
  } finally {
    await fleet.close()
  }
}

function tellWebhooks({ sandbox, relay }: ChaosWorld): void {
  sandbox.hubspot.sandbox.setWebhookTarget(relay.url)
}
