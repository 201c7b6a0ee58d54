import type { ModelsInForce } from '../models.ts'
import { outcomesOf } from '../outcomes/outcome-definition.ts'
import { readCases } from '../outcomes/read-cases.ts'
import type { Audience, Log, PortalId } from '../ports.ts'
import type { Store } from '../store/store.ts'
import { driftPortal } from './drift-portal.ts'
import { keepDrift, keptDrift } from './kept-drift.ts'
import type { DriftResult } from './results.ts'
import { tellAlarms } from './tell-alarms.ts'

export interface CheckDriftDeps {
  readonly store: Store
  readonly now: () => number
  readonly log: Log
  readonly modelsFor: (store: Store, portal: PortalId) => Promise<ModelsInForce>
}

/** Checks a portal, keeps what came of it as the latest check, and says where an alarm is new. */
export async function checkDrift(
  { store, now, log, modelsFor }: CheckDriftDeps,
  portal: PortalId,
): Promise<DriftResult> {
  const at = now()
  const { models } = await modelsFor(store, portal)
  const definition = await outcomesOf(store, portal)
  const casesOf = (audience: Audience, since: number) =>
    readCases(store, portal, { definition, now: at, audience, since })
  const result = await driftPortal({ baselines: store.baselines, models, casesOf, now: at }, portal)
  const before = await keptDrift(store, portal)
  await keepDrift(store, result)
  await tellAlarms({ store, log }, before, result)
  return result
}
