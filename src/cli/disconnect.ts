import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

/** `leadwell disconnect <portal> --yes`: ends a portal and removes everything of it. */
export function runDisconnect(
  config: Config,
  { portal, yes }: { portal: PortalId; yes: boolean },
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async ({ store, forgetConnectors }) => {
    await store.portals.require(portal)
    if (!yes) {
      const { records, scored } = await store.intents.tally(portal)
      output.problem(
        `This removes ${records} records, ${scored} scores, the allow-lists and the credentials of ${portal} for good. Say so with: leadwell disconnect ${portal} --yes`,
      )
      return EXIT.usage
    }
    const removed = await store.erasure.portal(portal)
    forgetConnectors(portal)
    output.object({ portal, disconnected: true, removed })
    output.table(['removed from', 'rows'], Object.entries(removed))
    output.line(
      `${portal} is disconnected. Its ledger stays, and which records may never come back.`,
    )
    output.line(
      'What stands in the CRM stays there: its properties of the group "leadwell" are yours.',
    )
    return EXIT.ok
  })
}
