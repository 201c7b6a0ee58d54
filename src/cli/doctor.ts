import type { Config } from '#src/config.ts'
import { examine } from '#src/doctor/examine.ts'
import type { Finding } from '#src/doctor/finding.ts'
import type { PortalId } from '#src/ports.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

/** `leadwell doctor [portal]`: what works, what does not, and what to do; exit code 3 on problems. */
export function runDoctor(
  config: Config,
  portal: PortalId | undefined,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    const findings = await examine(runtime, portal)
    show(findings, output)
    return findings.some(({ level }) => level === 'problem') ? EXIT.incomplete : EXIT.ok
  })
}

function show(findings: readonly Finding[], output: Output): void {
  const { colour } = output
  const paint = { ok: colour.green, note: colour.yellow, problem: colour.red }
  for (const finding of findings) output.object(finding)
  output.table(
    ['', 'where', 'what', 'how it stands'],
    findings.map(({ level, area, check, says }) => [paint[level](level), area, check, says]),
  )
  const todos = findings.filter(({ todo }) => todo !== undefined)
  if (todos.length > 0) output.line('\nWhat to do:')
  for (const { area, check, todo = '' } of todos) output.line(`  ${area}, ${check}: ${todo}`)
}
