import type { Config } from '#src/config.ts'
import { type Drafted, draftModels } from '#src/model-sets/draft-models.ts'
import type { PortalId } from '#src/ports.ts'
import { modelSetDepsOf } from '../model-set-deps-of.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { readModelFiles } from './read-model-files.ts'
import { findingsInWords, showFinding } from './show-findings.ts'
import { withRuntime } from './with-runtime.ts'

export interface DraftOptions {
  readonly file?: readonly string[] | undefined
  readonly from?: number | undefined
  readonly note?: string | undefined
  readonly by?: string | undefined
}

/** `leadwell model draft <portal>`: keeps models as a draft. Ends with 2 where they have errors. */
export async function runModelDraft(
  config: Config,
  portal: PortalId,
  { file = [], from, note = '', by = '' }: DraftOptions,
  output: Output,
): Promise<ExitCode> {
  const files = await readModelFiles(file)
  return await withRuntime(config, async (runtime) =>
    showDrafted(
      await draftModels(modelSetDepsOf(runtime), portal, { files, from, note, by }),
      output,
    ),
  )
}

/** What was kept, what is wrong with it, and what to do next. */
export function showDrafted({ set, findings }: Drafted, output: Output): ExitCode {
  const { portal, version, parent, status } = set
  output.object({ portal, version, parent, status, audiences: Object.keys(set.texts) })
  for (const finding of findings) showFinding(`${finding.audience}.yaml`, finding, output)
  output.line(`Version ${version} is kept as a draft: ${findingsInWords(findings)}.`)
  if (findings.some(({ severity }) => severity === 'error')) {
    output.line('It cannot be approved so. Correct the files and draft them again.')
    return EXIT.usage
  }
  output.line(`See what it would do with: leadwell model preview ${portal} ${version}`)
  return EXIT.ok
}
