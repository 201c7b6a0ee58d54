import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '#sandbox/seed/random.ts'
import type { PortalId } from '#src/ports.ts'
import { createAdmin } from './admin-orders.ts'
import { createCrmEdits } from './crm-edits.ts'
import type { Inputs, Order } from './plan-inputs.ts'
import type { SetUp } from './set-up.ts'
import type { ChaosWorld } from './world.ts'

/** An erased record, and how many writes had been passed on to its CRM when the erasure was answered. */
export interface Erasure {
  readonly portal: PortalId
  readonly id: string
  readonly writesBefore: number
}

export interface Pace {
  readonly random: Random
  /** Mean pauses; 0 for none. */
  readonly editEveryMs: number
  readonly orderEveryMs: number
}

/** Lets everything happen, edits and the orders of each portal side by side, each in their order. */
export async function playInputs(
  world: ChaosWorld,
  { tokens }: Pick<SetUp, 'tokens'>,
  { edits, orders }: Inputs,
  { random, editEveryMs, orderEveryMs }: Pace,
): Promise<readonly Erasure[]> {
  const edit = createCrmEdits(world.sandbox)
  const carryOut = createAdmin({ url: world.webUrl, tokens })
  const erasures: Erasure[] = []
  const pause = (meanMs: number) => sleep(random.int(0, 2 * meanMs))

  const playEdits = async (): Promise<void> => {
    for (const [count, one] of edits.entries()) {
      await edit(one, count)
      await pause(editEveryMs)
    }
  }
  const playOrders = async (portal: PortalId, given: readonly Order[]): Promise<void> => {
    for (const [at, order] of given.entries()) {
      await pause(orderEveryMs)
      await carryOut(order, at)
      if (order.kind !== 'erase') continue
      const writesBefore = networkOf(world, portal).writes.length
      erasures.push({ portal, id: order.ref.id, writesBefore })
    }
  }
  const all = [...orders].map(([portal, given]) => playOrders(portal, given))
  await Promise.all([playEdits(), ...all])
  return erasures
}

export interface Afterwards {
  /** Erased records on which the last write shows something of ours. */
  readonly shown: readonly string[]
  /** Writes that were under way when the erasure was answered; each has to be emptied again. */
  readonly underWay: number
}

/** What was passed on to the CRM about erased records after the erasure had been answered. */
export function afterErasure(world: ChaosWorld, erasures: readonly Erasure[]): Afterwards {
  const later = erasures.map(({ portal, id, writesBefore }) => ({
    key: `${portal} ${id}`,
    writes: networkOf(world, portal)
      .writes.slice(writesBefore)
      .filter((write) => write.id === id),
  }))
  return {
    shown: later.filter(({ writes }) => writes.at(-1)?.shows === true).map(({ key }) => key),
    underWay: later.flatMap(({ writes }) => writes.filter(({ shows }) => shows)).length,
  }
}

function networkOf({ networks }: ChaosWorld, portal: PortalId) {
  return portal.startsWith('hubspot:') ? networks.hubspot : networks.salesforce
}
