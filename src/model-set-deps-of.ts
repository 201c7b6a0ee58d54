import { dispatchRun } from '#jobs/dispatch-run.ts'
import type { ModelSetDeps } from '#src/model-sets/model-set-deps.ts'
import type { Runtime } from '#src/runtime.ts'

/** What changing a portal's models needs, of a process. */
export function modelSetDepsOf(runtime: Runtime): ModelSetDeps {
  const { store, shipped, now, allowListFor, queue } = runtime
  return {
    store,
    shipped,
    now,
    allowListFor,
    workOnRun: (portal) => dispatchRun({ store, queue }, portal),
  }
}
