import type { Config } from '#src/config.ts'
import { approveModels } from '#src/model-sets/approve-models.ts'
import { type Published, publishModels } from '#src/model-sets/publish-models.ts'
import { rollbackModels } from '#src/model-sets/rollback-models.ts'
import { whoActs } from '#src/model-sets/who-acts.ts'
import type { PortalId } from '#src/ports.ts'
import type { ModelSet } from '#src/store/model-repositories.ts'
import { modelSetDepsOf } from '../model-set-deps-of.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

export interface VersionRequest {
  readonly portal: PortalId
  readonly version: number
  readonly by: string | undefined
}

/** `leadwell model approve <portal> <version> --by <name>`. */
export function runModelApprove(
  config: Config,
  { portal, ...request }: VersionRequest,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    const set = await approveModels(modelSetDepsOf(runtime), portal, request)
    output.object(summaryOf(set))
    output.line(`Version ${set.version} is approved. It changes nothing yet.`)
    output.line(`Put it in force with: leadwell model publish ${portal} ${set.version} --by <name>`)
    return EXIT.ok
  })
}

/** `leadwell model publish <portal> <version> --by <name>`. */
export function runModelPublish(
  config: Config,
  { portal, ...request }: VersionRequest,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) =>
    showPublished(await publishModels(modelSetDepsOf(runtime), portal, request), output),
  )
}

/** `leadwell model rollback <portal> --by <name>`. */
export function runModelRollback(
  config: Config,
  request: Omit<VersionRequest, 'version'> & { readonly note?: string | undefined },
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) =>
    showPublished(await rollbackModels(modelSetDepsOf(runtime), request.portal, request), output),
  )
}

/** `leadwell model discard <portal> <version> --by <name>`. */
export function runModelDiscard(
  config: Config,
  { portal, version, by }: VersionRequest,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async ({ store }) => {
    const set = await store.models.discard(portal, version, whoActs(by))
    output.object(summaryOf(set))
    output.line(`Version ${set.version} is discarded.`)
    return EXIT.ok
  })
}

function showPublished({ set, run }: Published, output: Output): ExitCode {
  output.object({ ...summaryOf(set), run: run.id, records: run.total })
  output.line(`Version ${set.version} is in force.`)
  output.line(`Run ${run.id} scores ${run.total.toLocaleString('en')} people by it.`)
  output.line('A running "leadwell start" does the work.')
  return EXIT.ok
}

function summaryOf({ texts: _texts, ...set }: ModelSet): object {
  return set
}
