import { checkModelText } from '#src/scoring/check/check-text.ts'
import type { LocatedFinding } from '#src/scoring/check/finding.ts'
import { counted } from '#src/scoring/document/plain-words.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { modelLintDeps } from './model-lint-deps.ts'
import type { Output } from './output.ts'
import { readModelSource } from './read-model.ts'

/** `leadwell model check <model…>`: what is wrong or doubtful, with lines. Ends with 2 on errors. */
export async function runModelCheck(
  namesOrFiles: readonly string[],
  output: Output,
): Promise<ExitCode> {
  const deps = modelLintDeps()
  let errors = 0
  let warnings = 0
  for (const nameOrFile of namesOrFiles) {
    const source = await readModelSource(nameOrFile)
    const findings = checkModelText(source, deps)
    for (const finding of findings) show(source.file, finding, output)
    errors += findings.filter(({ severity }) => severity === 'error').length
    warnings += findings.filter(({ severity }) => severity === 'warning').length
    if (findings.length === 0) output.line(`${source.file}: nothing to say.`)
  }
  output.line(`${counted(errors, 'error')}, ${counted(warnings, 'warning')}`)
  return errors > 0 ? EXIT.usage : EXIT.ok
}

function show(file: string, finding: LocatedFinding, output: Output): void {
  const { code, severity, line, path, message, fix } = finding
  output.object({ file, line, code, severity, path: path.join('.'), message, fix })
  const paint = severity === 'error' ? output.colour.red : output.colour.yellow
  output.line(`${file}:${line} ${paint(severity)} ${message} [${code}]`)
  output.line(`  ${fix}`)
}
