import type { Config } from '#src/config.ts'
import type { ProvisionStep } from '#src/connector-port.ts'
import type { PortalId } from '#src/ports.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

/** `leadwell provision <portal>`: make the properties we write; `--dry-run` only says which. */
export function runProvision(
  config: Config,
  { portal, dryRun }: { portal: PortalId; dryRun: boolean },
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    await runtime.store.portals.require(portal)
    const connector = await runtime.connectorFor(portal, 'event')
    const steps = await connector.provision({ dryRun })
    if (!dryRun) {
      await runtime.store.ledger.append(portal, {
        kind: 'admin',
        actor: 'operator',
        action: 'portal-provisioned',
        detail: { created: countOf(steps, 'create'), updated: countOf(steps, 'update') },
      })
    }
    show(steps, { portal, dryRun }, output)
    // A field that was missing is why records may have been refused.
    const changed = steps.some(({ action }) => action === 'create' || action === 'update')
    if (changed && !dryRun) await runtime.store.parked.retry(portal, undefined)
    return EXIT.ok
  })
}

function show(
  steps: readonly ProvisionStep[],
  { portal, dryRun }: { portal: PortalId; dryRun: boolean },
  output: Output,
): void {
  for (const step of steps) output.object({ portal, dryRun, ...step })
  const ours = steps.filter(({ kind }) => kind !== 'manual')
  output.table(
    ['object', 'kind', 'name', dryRun ? 'would' : 'done'],
    ours.map(({ object, kind, name, action }) => [object, kind, name, action]),
  )
  for (const { object, name, changes = [] } of ours) {
    for (const { what, from, to } of changes) {
      output.line(`  ${object} ${name}: ${what} from ${from} to ${to}`)
    }
  }
  const verb = dryRun ? 'would be' : 'were'
  output.line(
    `${countOf(ours, 'create')} ${verb} created, ${countOf(ours, 'update')} changed, ${countOf(ours, 'keep')} kept as they are.`,
  )
  showManual(steps, output)
}

function showManual(steps: readonly ProvisionStep[], output: Output): void {
  const manual = steps.filter(({ kind }) => kind === 'manual')
  if (manual.length > 0) output.line('For an admin to do by hand, unless it is done:')
  for (const { object, name, instruction = '' } of manual) {
    output.line(`  ${object} ${name}: ${instruction}`)
  }
}

function countOf(steps: readonly ProvisionStep[], action: ProvisionStep['action']): number {
  return steps.filter((step) => step.action === action).length
}
