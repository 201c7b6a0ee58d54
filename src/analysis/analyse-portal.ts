import { type OutcomeDefinition, outcomesOf } from '../outcomes/outcome-definition.ts'
import { readCases } from '../outcomes/read-cases.ts'
import type { PortalId } from '../ports.ts'
import { keepProposal } from '../segments/proposal.ts'
import type { KeptResult } from '../store/analysis-repositories.ts'
import type { Store } from '../store/store.ts'
import type { CasesRequest } from './analysis-work.ts'
import { type RunOptions, runInThread } from './run-in-thread.ts'

export interface AnalyseOptions extends RunOptions {
  /** How many cases a person asked to see; what they are is answered and never kept. */
  readonly reviewCases?: number | undefined
  /** What counts as won for this once, instead of what the portal keeps. */
  readonly definition?: OutcomeDefinition | undefined
}

/** Works an analysis of a portal out from what is stored, with the models in force. */
export async function analysePortal(
  { store, now }: { readonly store: Store; readonly now: () => number },
  portal: PortalId,
  request: CasesRequest,
  { reviewCases, definition: forOnce, ...options }: AnalyseOptions = {},
): Promise<readonly KeptResult[]> {
  const definition = forOnce ?? (await outcomesOf(store, portal))
  const inForce = await store.models.published(portal)
  const at = now()
  const pages = readCases(store, portal, {
    definition,
    now: at,
    ...(request.kind === 'report' && request.since !== undefined ? { since: request.since } : {}),
    ...(request.kind === 'calibration' && request.audience !== undefined
      ? { audience: request.audience }
      : {}),
  })
  const texts = inForce?.texts ?? {}
  const approved = (await store.segments.current(portal))?.approved
  const start = { portal, request, now: at, reviewCases, approved, texts }
  const { results, proposed } = await runInThread(start, pages, options)
  const [report] = results
  if (proposed !== undefined && report?.kind === 'report') {
    await keepProposal(store, portal, { at, ...report.segments, definition: proposed })
  }
  return results
}
