import type { Config } from '#src/config.ts'
import { whoActs } from '#src/model-sets/who-acts.ts'
import { outcomesOf, saveOutcomes, writeOutcomes } from '#src/outcomes/outcome-definition.ts'
import type { PortalId } from '#src/ports.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { readOutcomeFile } from './read-outcomes.ts'
import { withRuntime } from './with-runtime.ts'

export interface OutcomesOptions {
  readonly file?: string | undefined
  readonly by?: string | undefined
}

/** `leadwell outcomes <portal> [--file <file> --by <name>]`: what counts as won, shown or changed. */
export async function runOutcomes(
  config: Config,
  portal: PortalId,
  { file, by }: OutcomesOptions,
  output: Output,
): Promise<ExitCode> {
  const change =
    file === undefined ? undefined : { definition: await readOutcomeFile(file), by: whoActs(by) }
  return await withRuntime(config, async ({ store }) => {
    await store.portals.require(portal)
    if (change === undefined) {
      const definition = await outcomesOf(store, portal)
      output.object({ portal, definition })
      output.line(writeOutcomes(definition).trimEnd())
      return EXIT.ok
    }
    const version = await saveOutcomes(store, portal, change.definition, change.by)
    output.object({ portal, version, definition: change.definition })
    output.line(`Version ${version} is in force: what is worked out from now on goes by it.`)
    output.line(`See what it comes to with: leadwell calibrate ${portal}`)
    return EXIT.ok
  })
}
