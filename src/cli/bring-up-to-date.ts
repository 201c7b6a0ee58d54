import type { Sandbox } from '#sandbox/start-sandbox.ts'
import { type Connection, configuredConnections, connectPortal } from '#src/connect-portal.ts'
import type { Portal } from '#src/ports.ts'
import type { Runtime } from '#src/runtime.ts'
import { syncPortal } from '#src/sync-portal.ts'
import type { Output } from './output.ts'
import { sandboxConnections } from './sandbox-connections.ts'
import { showSyncProgress } from './sync-progress.ts'
import { reportSync } from './sync-report.ts'

export interface BringUp {
  readonly sandbox: Sandbox | undefined
  /** Where webhooks of the sandbox go; none are sent when absent. */
  readonly origin: string | undefined
  readonly output: Output
  readonly signal: AbortSignal
  /** Called once everything is asked for, so that what the work costs is counted whole. */
  readonly startWork: () => Promise<void>
}

/** Connects, provisions and syncs every portal, then shows one table for each. */
export async function bringUpToDate(runtime: Runtime, options: BringUp): Promise<void> {
  const { sandbox, origin, output, signal, startWork } = options
  for (const connection of await connectionsToMake(runtime, sandbox)) {
    await connectPortal(runtime, connection)
  }
  const portals = await workablePortals(runtime, sandbox)
  if (sandbox !== undefined && origin !== undefined) aimWebhooks(sandbox, origin, portals)
  for (const { id } of portals) {
    await (await runtime.connectorFor(id, 'event')).provision({ dryRun: false })
  }
  const progress = showSyncProgress(output)
  try {
    const syncs = Promise.all(
      portals.map(({ id }) =>
        syncPortal(runtime, id, { full: false, signal, onLook: progress.bar(id) }),
      ),
    )
    await Promise.all([syncs, startWork()])
    const outcomes = await syncs
    progress.stop()
    portals.forEach(({ id: portal }, index) => {
      const outcome = outcomes[index]
      if (outcome !== undefined) reportSync({ portal, ...outcome }, output)
    })
  } finally {
    progress.stop()
  }
}

async function connectionsToMake(
  { config }: Runtime,
  sandbox: Sandbox | undefined,
): Promise<readonly Connection[]> {
  const real = await configuredConnections(config)
  return sandbox === undefined ? real : [...real, ...sandboxConnections(sandbox)]
}

/** Connected portals; those of a sandbox that is not running are put aside until it runs again. */
async function workablePortals(
  { store }: Runtime,
  sandbox: Sandbox | undefined,
): Promise<readonly Portal[]> {
  const portals = await store.portals.list()
  const asleep = sandbox === undefined ? portals.filter((portal) => portal.sandbox) : []
  for (const { id } of asleep) {
    await store.portals.setStatus(id, 'disconnected', 'sandbox-not-running')
  }
  return portals.filter((portal) => portal.status === 'connected' && !asleep.includes(portal))
}

function aimWebhooks(sandbox: Sandbox, origin: string, portals: readonly Portal[]): void {
  const org = portals.find(({ sandbox: made, crm }) => made && crm === 'salesforce')
  sandbox.setTargets({
    hubspot: `${origin}/webhooks/hubspot`,
    salesforce: `${origin}/webhooks/salesforce/${org?.webhookKey ?? ''}`,
  })
}
