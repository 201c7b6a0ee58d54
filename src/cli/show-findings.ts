import type { LocatedFinding } from '#src/scoring/check/finding.ts'
import { counted } from '#src/scoring/document/plain-words.ts'
import type { Output } from './output.ts'

/** One finding of a model check, at its line. */
export function showFinding(file: string, finding: LocatedFinding, output: Output): void {
  const { code, severity, line, path, message, fix } = finding
  output.object({ file, line, code, severity, path: path.join('.'), message, fix })
  const paint = severity === 'error' ? output.colour.red : output.colour.yellow
  output.line(`${file}:${line} ${paint(severity)} ${message} [${code}]`)
  output.line(`  ${fix}`)
}

export function findingsInWords(findings: readonly LocatedFinding[]): string {
  const count = (of: LocatedFinding['severity']): number =>
    findings.filter(({ severity }) => severity === of).length
  return `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}`
}
