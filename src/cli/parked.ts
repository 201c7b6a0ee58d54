import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import { retryParked } from '#src/retry-parked.ts'
import type { ParkedGroup, ParkedWork } from '#src/store/parked-work.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

export interface ParkedOptions {
  readonly portal: PortalId
  readonly code: string | undefined
  readonly limit: number
  readonly retry: boolean
}

/** `leadwell parked <portal>`: records that wait for a person, with the CRM's reason; `--retry` tries again. */
export function runParked(
  config: Config,
  { portal, code, limit, retry }: ParkedOptions,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    const { store } = runtime
    await store.portals.require(portal)
    if (retry) {
      const again = await retryParked(runtime, portal, { code, by: 'operator' })
      output.object({ portal, retried: again })
      output.line(`${again} will be tried again.`)
      return EXIT.ok
    }
    const work = await store.parked.list(portal, { code, limit })
    for (const { stage, object, id, code: why } of work) {
      output.object({ portal, stage, object, id, code: why })
    }
    if (work.length === 0) output.line('Nothing waits for a person.')
    else showWork(await store.parked.groups(portal), work, output)
    return EXIT.ok
  })
}

function showWork(
  groups: readonly ParkedGroup[],
  work: readonly ParkedWork[],
  output: Output,
): void {
  output.table(
    ['at', 'reason', 'records'],
    groups.map(({ stage, code, count }) => [stage, code, count]),
  )
  output.table(
    ['at', 'object', 'id in the CRM', 'reason'],
    work.map(({ stage, object, id, code }) => [stage, object, id, code]),
  )
  output.line('Put right what the reason says, then run it again with --retry.')
}
