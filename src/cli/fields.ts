import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import type { Runtime } from '#src/runtime.ts'
import { requestSync } from '#src/sync-portal.ts'
import type { ExitCode } from './exit-codes.ts'
import { answerFields, type FieldsRequest } from './fields-answer.ts'
import type { FieldsDeps } from './fields-deps.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

/** `leadwell fields <portal>`: what there is, what may enter and why, before anything is read. */
export function runFields(
  config: Config,
  portal: PortalId,
  request: FieldsRequest,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) =>
    answerFields(await fieldsDepsOf(runtime, portal), request, output),
  )
}

async function fieldsDepsOf(runtime: Runtime, portal: PortalId): Promise<FieldsDeps> {
  await runtime.store.portals.require(portal)
  return {
    portal,
    current: await runtime.allowListFor(portal),
    schema: async () => await (await runtime.connectorFor(portal, 'event')).schema(),
    approve: (list, by) => runtime.store.allowLists.approve(portal, list, by),
    readAll: async () => {
      runtime.forgetConnectors(portal)
      await requestSync(runtime, portal, true)
    },
  }
}
