import { modelLintDeps } from '#src/model-sets/model-lint-deps.ts'
import { checkModelText } from '#src/scoring/check/check-text.ts'
import type { LocatedFinding } from '#src/scoring/check/finding.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { readModelSource } from './read-model.ts'
import { findingsInWords, showFinding } from './show-findings.ts'

/** `leadwell model check <model…>`: what is wrong or doubtful, with lines. Ends with 2 on errors. */
export async function runModelCheck(
  namesOrFiles: readonly string[],
  output: Output,
): Promise<ExitCode> {
  const deps = modelLintDeps()
  const all: LocatedFinding[] = []
  for (const nameOrFile of namesOrFiles) {
    const source = await readModelSource(nameOrFile)
    const findings = checkModelText(source, deps)
    for (const finding of findings) showFinding(source.file, finding, output)
    all.push(...findings)
    if (findings.length === 0) output.line(`${source.file}: nothing to say.`)
  }
  output.line(findingsInWords(all))
  return all.some(({ severity }) => severity === 'error') ? EXIT.usage : EXIT.ok
}
