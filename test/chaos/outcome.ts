import { calmDown, type Owed } from './calm-down.ts'
import { type EndState, endStateOf } from './end-state.ts'
import type { Inputs } from './plan-inputs.ts'
import type { FaultCounts } from './play-faults.ts'
import { type Afterwards, afterErasure, type Erasure } from './play-inputs.ts'
import type { SetUp } from './set-up.ts'
import type { ChaosWorld } from './world.ts'

/** After so long without calm, what is still owed counts as lost. */
export const PATIENCE_MS = 150_000

export interface ChaosOptions {
  readonly seed: number
  readonly people: number
  readonly kills: number
  /** Pause before a fault. */
  readonly gapMs: readonly [least: number, most: number]
  /** How often a poll is asked for while everything calms down; schedules do the rest. */
  readonly askEveryMs: number
  readonly say: (line: string) => void
}

/** What a run plays on. */
export interface Stage {
  readonly options: ChaosOptions
  readonly world: ChaosWorld
  readonly begun: SetUp
  readonly inputs: Inputs
}

export interface Outcome {
  readonly faults: FaultCounts
  readonly inputs: Inputs
  readonly webhooks: number
  readonly state: EndState
  readonly owed: readonly Owed[]
  /** Why something waits for a person, where anything does: stage and code of each. */
  readonly parked: readonly string[]
  readonly afterErasure: Afterwards
  /** Writes after Redis was emptied when all was done. */
  readonly writtenWithoutNeed: number
}

/** Lets everything calm down, twice: the second time with an empty Redis and nothing to do. */
export async function outcomeOf(
  { options, world, begun, inputs }: Stage,
  { faults, erasures }: Pick<Outcome, 'faults'> & { readonly erasures: readonly Erasure[] },
): Promise<Outcome> {
  const patience = { patienceMs: PATIENCE_MS, askEveryMs: options.askEveryMs }
  await world.sandbox.hubspot.sandbox.flushWebhooks()
  await world.relay.drained()
  const owed = await calmDown(begun, patience)
  const parked = await parkedIn(begun)
  const writesOf = () =>
    Object.values(world.networks).reduce((sum, { writes }) => sum + writes.length, 0)
  const before = writesOf()
  await world.redis.flush()
  await calmDown(begun, patience)
  return {
    faults,
    inputs,
    webhooks: world.relay.accepted(),
    state: await endStateOf(world.sandbox),
    owed,
    parked,
    afterErasure: afterErasure(world, erasures),
    writtenWithoutNeed: writesOf() - before,
  }
}

async function parkedIn({ runtime, hubspot, salesforce }: SetUp): Promise<readonly string[]> {
  const groups = [hubspot, salesforce].map(({ id }) => runtime.store.parked.groups(id))
  return (await Promise.all(groups)).flat().map(({ stage, code }) => `${stage}: ${code}`)
}
