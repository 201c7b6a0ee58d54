import type { Connector, ProvisionStep } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import { actorOf } from '#src/ledger/actor-of.ts'
import type { Lane, PortalId, SegmentDefinition } from '#src/ports.ts'
import type { Run } from '#src/store/model-repositories.ts'
import type { SegmentSet } from '#src/store/segment-repositories.ts'
import type { Store } from '#src/store/store.ts'
import { checkNames } from './check-names.ts'

export interface SegmentDeps {
  readonly store: Store
  readonly connectorFor: (portal: PortalId, lane: Lane) => Promise<Connector>
  /** Tells the workers of a run. */
  readonly workOnRun: (portal: PortalId) => Promise<void>
}

export interface ChangedSegments {
  readonly set: SegmentSet
  /** What writes them, or empties them, on everybody stored. */
  readonly run: Run
}

interface Approval {
  readonly definition: SegmentDefinition
  /** By key; a segment without a name is not written. */
  readonly names: Readonly<Record<string, string>>
  readonly by: string | undefined
}

/**
 * Puts segments in force under the names a person gave, and begins the run that writes them, both or
 * neither. Throws PermanentError `segment-names-unfit`, `approver-missing` or `segments-not-provisioned`.
 */
export async function approveSegments(
  deps: SegmentDeps,
  portal: PortalId,
  { definition, names: given, by }: Approval,
): Promise<ChangedSegments> {
  await deps.store.portals.require(portal)
  const approver = whoApproves(by)
  const names = checkNames(definition, given)
  await assertProvisioned(deps, portal)
  return change(deps, portal, approver, ({ segments }) =>
    segments.approve(portal, { definition, names }, approver),
  )
}

/** Empties the segment of everybody who has one. Throws PermanentError `segments-none`. */
export async function withdrawSegments(
  deps: SegmentDeps,
  portal: PortalId,
  by: string | undefined,
): Promise<ChangedSegments> {
  await deps.store.portals.require(portal)
  const approver = whoApproves(by)
  return change(deps, portal, approver, ({ segments }) => segments.withdraw(portal, approver))
}

/** Nobody is skipped: whom models leave as they are may be in another segment. */
async function change(
  { store, workOnRun }: SegmentDeps,
  portal: PortalId,
  by: string,
  work: (store: Store) => Promise<SegmentSet>,
): Promise<ChangedSegments> {
  const changed = await store.transaction(async (inner) => {
    const set = await work(inner)
    const model = await inner.models.publishedVersion(portal)
    const run = await inner.runs.begin(portal, { kind: 'rescore', model, by: actorOf(by) })
    return { set, run }
  })
  // In force whether or not the queue can be told: the next sweep finds the run.
  await workOnRun(portal).catch(() => undefined)
  return changed
}

/** Without the property the CRM would refuse every record that is to carry it. */
async function assertProvisioned({ connectorFor }: SegmentDeps, portal: PortalId): Promise<void> {
  const connector = await connectorFor(portal, 'event')
  const steps = await connector.provision({ dryRun: true })
  if (!steps.some(isMissing)) return
  throw new PermanentError(
    'segments-not-provisioned',
    'The CRM has no property for segments yet, or does not let us write it.',
    `Make it with: leadwell provision ${portal}`,
  )
}

const SEGMENT = /leadwell_segment/i

function isMissing({ action, name, changes = [] }: ProvisionStep): boolean {
  return action !== 'keep' && [name, ...changes.map(({ what }) => what)].some(isOfSegment)
}

function isOfSegment(name: string): boolean {
  return SEGMENT.test(name)
}

const LONGEST = 120

function whoApproves(by: string | undefined): string {
  const name = by?.trim() ?? ''
  if (name !== '' && name.length <= LONGEST) return name
  throw new PermanentError(
    'approver-missing',
    'Somebody has to answer for segments.',
    'Name them: --by <name>',
  )
}
