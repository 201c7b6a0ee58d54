import type { Config } from '#src/config.ts'
import { createLog } from '#src/log.ts'
import { openRuntime, type Runtime, type RuntimeOptions } from '#src/runtime.ts'
import type { ExitCode } from './exit-codes.ts'

/** Opens the runtime for one command and closes it whatever happens. */
export async function withRuntime(
  config: Config,
  work: (runtime: Runtime) => Promise<ExitCode>,
  defaultLevel: 'info' | 'warn' | 'error' = 'error',
  more: Pick<RuntimeOptions, 'metrics'> = {},
): Promise<ExitCode> {
  const log = createLog({ level: config.logLevel ?? defaultLevel })
  const runtime = await openRuntime({ config, log, now: Date.now, ...more })
  try {
    return await work(runtime)
  } finally {
    await runtime.close()
  }
}
