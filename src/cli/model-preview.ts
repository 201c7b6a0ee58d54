import type { Config } from '#src/config.ts'
import { parseCapacity } from '#src/model-sets/capacity.ts'
import { previewModels } from '#src/model-sets/preview-models.ts'
import type { PortalId } from '#src/ports.ts'
import { modelSetDepsOf } from '../model-set-deps-of.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { showPreview } from './show-preview.ts'
import { withRuntime } from './with-runtime.ts'

export interface PreviewRequest {
  readonly portal: PortalId
  readonly version: number
  /** Such as `18/week`. */
  readonly capacity?: string | undefined
  readonly callsPerSecond?: number | undefined
}

/** `leadwell model preview <portal> <version>`: what a draft would do. Ends with 2 on errors in it. */
export async function runModelPreview(
  config: Config,
  { portal, version, capacity, callsPerSecond }: PreviewRequest,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  const limit = capacity === undefined ? undefined : parseCapacity(capacity)
  return await withRuntime(config, async (runtime) => {
    const options = { version, capacity: limit, callsPerSecond, signal }
    const preview = await previewModels(modelSetDepsOf(runtime), portal, options)
    showPreview(preview, output)
    return preview.publishable ? EXIT.ok : EXIT.usage
  })
}
