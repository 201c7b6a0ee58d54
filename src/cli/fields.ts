import { listDepsOf } from '#src/approve-allow-list.ts'
import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import type { ExitCode } from './exit-codes.ts'
import { answerFields, type FieldsRequest } from './fields-answer.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

/** `leadwell fields <portal>`: what there is, what may enter and why, before anything is read. */
export function runFields(
  config: Config,
  portal: PortalId,
  request: FieldsRequest,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    await runtime.store.portals.require(portal)
    const current = await runtime.allowListFor(portal)
    return await answerFields(listDepsOf(runtime, portal, current), request, output)
  })
}
