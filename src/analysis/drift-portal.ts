import { setImmediate } from 'node:timers/promises'
import { LEAST_KNOWN, sinceBaseline, takeBaseline } from '../calibration/drift-baseline.ts'
import type { Arrival } from '../calibration/drift-cohort.ts'
import type { Finding } from '../calibration/figures.ts'
import { SMALLEST_CELL, shownCount } from '../calibration/small-cells.ts'
import type { Case } from '../outcomes/case.ts'
import { outcomeRecordOf } from '../outcomes/outcome-records.ts'
import type { Audience, PortalId } from '../ports.ts'
import type { ExplainableModel } from '../scoring/compile-model.ts'
import type { BaselineRepository } from '../store/drift-baselines.ts'
import { readBaseline } from './read-baseline.ts'
import type { DriftResult, ModelDrift } from './results.ts'

export interface DriftDeps {
  readonly baselines: BaselineRepository
  /** In force now. */
  readonly models: ReadonlyMap<Audience, ExplainableModel>
  /** People of an audience who were first scored at or after a moment, epoch ms. */
  readonly casesOf: (audience: Audience, since: number) => AsyncIterable<readonly Case[]>
  readonly now: number
}

/**
 * What has moved, for each model in force, by the people who came in while it was. The baseline is
 * taken as soon as enough outcomes are known; whoever is counted in it is not compared with it.
 */
export async function driftPortal(deps: DriftDeps, portal: PortalId): Promise<DriftResult> {
  const models: ModelDrift[] = []
  for (const [audience, model] of deps.models) {
    models.push(await driftOf(deps, portal, audience, model))
  }
  return { kind: 'drift', portal, at: deps.now, models }
}

async function driftOf(
  deps: DriftDeps,
  portal: PortalId,
  audience: Audience,
  model: ExplainableModel,
): Promise<ModelDrift> {
  const { baselines, now } = deps
  const about = { model: nameOf(model), audience }
  const baseline = await readBaseline(baselines, portal, about)
  const arrivals = await arrivalsAfter(deps, audience, model, baseline?.at ?? 0)
  if (baseline !== undefined) {
    const { records, findings } = sinceBaseline(arrivals, baseline, now)
    return { ...about, baselineAt: baseline.at, records: shownCount(records), findings }
  }
  const { known, baseline: taken } = takeBaseline(arrivals, now)
  if (taken !== undefined) await baselines.keep(portal, { ...about, at: now, snapshot: taken })
  const finding = taken === undefined ? waiting(known) : TAKEN
  return {
    ...about,
    baselineAt: undefined,
    records: shownCount(arrivals.length),
    findings: [finding],
  }
}

async function arrivalsAfter(
  { casesOf }: DriftDeps,
  audience: Audience,
  model: ExplainableModel,
  after: number,
): Promise<readonly Arrival[]> {
  const found: Arrival[] = []
  for await (const page of casesOf(audience, after)) {
    for (const one of page) {
      if (one.reached[0].at > after && cameInUnder(one, model)) found.push(arrivalOf(one, model))
    }
    // What is scored meanwhile in this process must not wait for all of it.
    await setImmediate()
  }
  return found
}

/**
 * Not who was there long before they were first scored: what a portal held when it was connected is
 * nothing to compare those with who come.
 */
function cameInUnder(one: Case, model: ExplainableModel): boolean {
  return one.model === nameOf(model) && one.asOf >= one.reached[0].at
}

function arrivalOf(one: Case, model: ExplainableModel): Arrival {
  const { tier: _first, ...record } = outcomeRecordOf(one, model, 'first')
  return { record, reached: one.reached.map(({ tier, at }) => ({ tier, at })) }
}

function nameOf({ id, version }: ExplainableModel): string {
  return `${id}@${version}`
}

const TAKEN: Finding = {
  code: 'baseline-taken',
  level: 'ok',
  what: 'The baseline was taken just now; who comes in from here on is compared with it.',
  figures: {},
}

function waiting(known: number): Finding {
  const count = shownCount(known)
  const those = count === 0 ? `fewer than ${SMALLEST_CELL}` : String(count)
  return {
    code: 'baseline-waiting',
    level: 'note',
    what: `Nothing to compare with yet. The baseline is taken once the outcome of ${LEAST_KNOWN} people who came in under this model is known, from three months at least; known so far: ${those}.`,
    figures: { known: count, needed: LEAST_KNOWN },
  }
}
