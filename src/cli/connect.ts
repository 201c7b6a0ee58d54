import type { Config } from '#src/config.ts'
import { connectionFor, connectPortal } from '#src/connect-portal.ts'
import type { Crm } from '#src/ports.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

/** `leadwell connect <crm>`: check the credentials of the environment and keep them, encrypted. */
export function runConnect(config: Config, crm: Crm, output: Output): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    const portal = await connectPortal(runtime, await connectionFor(config, crm))
    output.object({
      portal: portal.id,
      crm: portal.crm,
      name: portal.name,
      timeZone: portal.timeZone,
      status: portal.status,
    })
    output.line(`Connected ${output.colour.bold(portal.id)} (${portal.name}, ${portal.timeZone}).`)
    output.line(`Next: leadwell provision ${portal.id} --dry-run`)
    return EXIT.ok
  })
}
