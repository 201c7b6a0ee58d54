import { draftChanges } from './analysis/draft-changes.ts'
import { keptDrift } from './analysis/kept-drift.ts'
import type { AnalysisResult, DriftResult } from './analysis/results.ts'
import { PermanentError } from './errors.ts'
import type { AnalysisService, TextFormat } from './http/api/analysis-services.ts'
import { actorOf } from './ledger/actor-of.ts'
import { modelSetDepsOf } from './model-set-deps-of.ts'
import {
  outcomesOf,
  parseOutcomes,
  saveOutcomes,
  writeOutcomes,
} from './outcomes/outcome-definition.ts'
import type { PortalId } from './ports.ts'
import type { Runtime } from './runtime.ts'
import type { Analysis } from './store/analysis-repositories.ts'

/** What the commands do with outcomes, for the API. */
export function createAnalysisService(runtime: Runtime): AnalysisService {
  const { store } = runtime
  const resultOf = async (portal: PortalId, id: number): Promise<AnalysisResult> => {
    const { result, status } = await store.analyses.get(portal, id)
    if (result !== undefined) return result
    throw notDone(id, status)
  }
  return {
    list: async (portal, page) => {
      await store.portals.require(portal)
      return (await store.analyses.list(portal, page)).map(standingOf)
    },
    ask: async (portal, request, by) => {
      await store.portals.require(portal)
      const asked = await store.analyses.ask(portal, { request, by })
      await runtime.queue.add('analyse', { portal })
      return standingOf(asked)
    },
    get: async (portal, id) => {
      await store.portals.require(portal)
      return standingOf(await store.analyses.get(portal, id))
    },
    shown: async (portal, id, format) => showAs(await resultOf(portal, id), format),
    draft: async (portal, id, { accept, note }, by) => {
      const result = await resultOf(portal, id)
      if (result.kind !== 'calibration') throw noChanges(id)
      return draftChanges(modelSetDepsOf(runtime), portal, { result, accept, note, by })
    },
    ...driftOf(runtime),
    ...outcomesIn(runtime),
  }
}

function driftOf({
  store,
  queue,
}: Runtime): Pick<AnalysisService, 'drift' | 'shownDrift' | 'askDrift'> {
  const latest = async (portal: PortalId): Promise<DriftResult> => {
    await store.portals.require(portal)
    const kept = await keptDrift(store, portal)
    if (kept !== undefined) return kept
    throw notChecked(portal)
  }
  return {
    drift: latest,
    shownDrift: async (portal, format) => showAs(await latest(portal), format),
    askDrift: async (portal, by) => {
      await store.portals.require(portal)
      await store.ledger.append(portal, {
        kind: 'admin',
        actor: actorOf(by),
        action: 'drift-asked',
      })
      await queue.add('check-drift', { portal })
    },
  }
}

function outcomesIn({ store }: Runtime): Pick<AnalysisService, 'outcomes' | 'defineOutcomes'> {
  return {
    outcomes: async (portal) => {
      await store.portals.require(portal)
      return { text: writeOutcomes(await outcomesOf(store, portal)) }
    },
    defineOutcomes: async (portal, text, by) => {
      await store.portals.require(portal)
      const definition = parseOutcomes(text, 'text')
      const version = await saveOutcomes(store, portal, definition, by)
      return { version, text: writeOutcomes(definition) }
    },
  }
}

function standingOf<Of extends Analysis>({ portal: _portal, ...standing }: Of) {
  return standing
}

/** Loaded where it is asked for: the charts take their time. */
async function showAs(result: AnalysisResult, format: TextFormat): Promise<string> {
  if (format === 'csv')
    return (await import('./analysis/pages/analysis-csv.ts')).analysisCsv(result)
  return (await import('./analysis/pages/analysis-page.ts')).analysisPage(result)
}

function notDone(id: number, status: Analysis['status']): PermanentError {
  return new PermanentError(
    'analysis-not-done',
    `Analysis ${id} is ${status}, so there is no result.`,
    'Ask again once its status is done; ask for another where it failed.',
  )
}

function noChanges(id: number): PermanentError {
  return new PermanentError(
    'nothing-recommended',
    `Analysis ${id} is a report, and changes come of calibrations.`,
    'Ask for a calibration, and draft from that.',
  )
}

function notChecked(portal: PortalId): PermanentError {
  return new PermanentError(
    'drift-unknown',
    `Drift of ${portal} was never checked.`,
    `It is once a day; do it now with: leadwell drift ${portal} --check`,
  )
}
