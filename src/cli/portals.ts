import type { Config } from '#src/config.ts'
import { troubleWords } from '#src/portal-trouble-words.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

/** `leadwell portals`: what is connected and how far along it is. */
export function runPortals(config: Config, output: Output): Promise<ExitCode> {
  return withRuntime(config, async ({ store }) => {
    const portals = await store.portals.list()
    const tallies = await Promise.all(portals.map(({ id }) => store.intents.tally(id)))
    portals.forEach((portal, index) => {
      const { id, name, status, statusReason, sandbox } = portal
      const words = troubleWords(portal)
      const line = { portal: id, name, status, statusReason, sandbox, ...tallies[index] }
      output.object({ ...line, ...words })
    })
    if (portals.length === 0) {
      output.line('No portal is connected yet. Try: leadwell connect hubspot')
      return EXIT.ok
    }
    output.table(
      ['portal', 'name', 'status', 'records', 'scored', 'to write', 'refused'],
      portals.map(({ id, name, status, statusReason }, index) => {
        const tally = tallies[index]
        const state = statusReason === undefined ? status : `${status}: ${statusReason}`
        const counts = [tally?.records, tally?.scored, tally?.pending, tally?.parked]
        return [id, name, state, ...counts.map((count) => count ?? 0)]
      }),
    )
    for (const portal of portals) {
      const words = troubleWords(portal)
      if (words !== undefined) output.line(`${portal.id}: ${words.what}. To do: ${words.todo}.`)
    }
    return EXIT.ok
  })
}
