import { dispatchRun } from '#jobs/dispatch-run.ts'
import type { SegmentService, SegmentStanding } from './http/api/services.ts'
import type { PortalId } from './ports.ts'
import { standingOf } from './run-service.ts'
import type { Runtime } from './runtime.ts'
import {
  approveSegments,
  type ChangedSegments,
  type SegmentDeps,
  withdrawSegments,
} from './segments/approve-segments.ts'
import { type ProposedSegments, proposalOf, requireProposal } from './segments/proposal.ts'
import type { SegmentSet } from './store/segment-repositories.ts'

/** What the command and the API do with segments. */
export function createSegmentService(
  runtime: Pick<Runtime, 'store' | 'queue' | 'connectorFor' | 'now'>,
): SegmentService {
  const { store, queue, connectorFor, now } = runtime
  const deps: SegmentDeps = {
    store,
    connectorFor,
    workOnRun: (portal) => dispatchRun({ store, queue }, portal),
  }
  const told = ({ set, run }: ChangedSegments) => ({
    approved: approvedIn(set),
    run: standingOf(run, now()),
  })
  return {
    get: async (portal) => standing(runtime, portal),
    approve: async (portal, { proposal, names }, by) => {
      await store.portals.require(portal)
      const { definition } = await requireProposal(store, portal, proposal)
      return told(await approveSegments(deps, portal, { definition, names, by }))
    },
    withdraw: async (portal, by) => told(await withdrawSegments(deps, portal, by)),
  }
}

/** Without the definitions, whose bounds are somebody's values. */
async function standing(
  { store }: Pick<Runtime, 'store'>,
  portal: PortalId,
): Promise<SegmentStanding> {
  await store.portals.require(portal)
  const proposed = await proposalOf(store, portal)
  const current = await store.segments.current(portal)
  return {
    proposed: proposed === undefined ? null : shownOf(proposed),
    approved: current === undefined ? null : approvedIn(current),
  }
}

function shownOf({ definition: _definition, ...shown }: ProposedSegments) {
  return shown
}

function approvedIn({ version, approved, by, at }: SegmentSet): SegmentStanding['approved'] {
  return approved === undefined ? null : { version, names: approved.names, by, at }
}
