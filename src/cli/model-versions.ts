import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import type { ModelSet } from '#src/store/model-repositories.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

/** `leadwell model versions <portal>`: every set of models there was, the newest first. */
export function runModelVersions(
  config: Config,
  portal: PortalId,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async ({ store }) => {
    await store.portals.require(portal)
    const sets = await store.models.list(portal)
    for (const { texts, ...set } of sets) output.object({ ...set, audiences: Object.keys(texts) })
    output.table(
      ['version', 'from', 'status', 'models', 'drafted', 'approved by', 'why'],
      [...sets.map(rowOf), SHIPPED],
    )
    if (!sets.some(({ status }) => status === 'published')) {
      output.line('The models that ship are in force.')
    }
    return EXIT.ok
  })
}

const SHIPPED = [0, '', '', 'those that ship', '', '', '']

function rowOf(set: ModelSet): (string | number)[] {
  const names = Object.keys(set.texts)
  return [
    set.version,
    set.parent,
    set.status === 'published' ? 'in force' : set.status,
    names.length === 0 ? 'those that ship' : names.join(', '),
    `${new Date(set.createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC, ${set.createdBy}`,
    set.approvedBy ?? '',
    set.note,
  ]
}
