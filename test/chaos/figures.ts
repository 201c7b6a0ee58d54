import type { Outcome } from './outcome.ts'
import type { Order } from './plan-inputs.ts'
import type { Comparison } from './run-chaos.ts'

/** What a run came to, for whoever reads its last line. */
export function figuresOf(comparison: Comparison, seed: number, tookMs: number) {
  const { chaos } = comparison
  const orders = [...chaos.inputs.orders.values()].flat()
  const given = (kind: Order['kind']): number => orders.filter((one) => one.kind === kind).length
  return {
    seed,
    ...chaos.faults,
    edits: chaos.inputs.edits.length,
    webhooks: chaos.webhooks,
    publishes: given('publish'),
    rollbacks: given('rollback'),
    erased: given('erase'),
    records: chaos.state.size,
    seconds: Math.round(tookMs / 1_000),
    equal: comparison.differing.length === 0,
    writtenAfterErasure: chaos.afterErasure.shown.length,
    underWayAtErasure: chaos.afterErasure.underWay,
    writtenWithoutNeed: chaos.writtenWithoutNeed,
    lostIntents: lostIn(chaos),
  }
}

/** The promise: the same end, nobody shown after erasure, nothing owed, nothing kept in Redis. */
export function holds(comparison: Comparison): boolean {
  const { calm, chaos } = comparison
  const isQuiet = [calm, chaos].every(
    (one) =>
      lostIn(one) === 0 && one.afterErasure.shown.length === 0 && one.writtenWithoutNeed === 0,
  )
  return isQuiet && comparison.differing.length === 0
}

/** Work that was never done, or that waits for a person. */
function lostIn({ owed }: Outcome): number {
  return owed.flatMap((one) => Object.values(one)).reduce((sum, count) => sum + count, 0)
}
