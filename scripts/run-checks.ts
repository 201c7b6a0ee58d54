import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installSalesforcePackages, JEST, SALESFORCE_PACKAGE } from './salesforce-package.ts'

/** Every check that is not a test; each counts as one. */
const CHECKS = [
  { name: 'format', command: 'biome', args: ['check', '--linter-enabled=false', '.'] },
  { name: 'types', command: 'tsc', args: [] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'unused code', command: 'knip', args: [] },
]

interface Count {
  passed: number
  failed: number
}

/** All at once; each says what it found when it is done, so that no two speak at the same time. */
async function runCheck({ name, command, args }: (typeof CHECKS)[number]): Promise<Count> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => said.push(part))
  }
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  const end = status === 0 ? 'ok' : 'FAILED'
  process.stdout.write(`── ${name}\n${Buffer.concat(said).toString()}   ${end}\n`)
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Counts come from the runner's own report; a run that never reported counts as one failure. */
function runReported(
  name: string,
  run: (reportFile: string) => { readonly status: number | null },
): Count {
  process.stdout.write(`── ${name}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'leadwell-tests-'))
  const file = join(folder, 'report.json')
  const { status } = run(file)
  const count = readReport(file)
  rmSync(folder, { recursive: true, force: true })
  if (status !== 0 && count.failed === 0) return { ...count, failed: 1 }
  return count.passed + count.failed === 0 ? { passed: 0, failed: 1 } : count
}

function runTests(extra: readonly string[]): Count {
  return runReported('tests', (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    return spawnSync('vitest', ['run', ...reporters, ...extra], { stdio: 'inherit' })
  })
}

async function runSalesforceTests(installed: Promise<boolean>): Promise<Count> {
  if (!(await installed)) {
    process.stdout.write(
      '── tests of the Salesforce package\n   FAILED: npm could not install them\n',
    )
    return { passed: 0, failed: 1 }
  }
  return runReported('tests of the Salesforce package', (file) =>
    spawnSync(JEST, ['--json', `--outputFile=${file}`], {
      cwd: SALESFORCE_PACKAGE,
      // What people read goes to stderr; stdout only says where the report is.
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
}

function readReport(file: string): Count {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
    return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

const installed = installSalesforcePackages()
const counts = await Promise.all(CHECKS.map(runCheck))
counts.push(runTests(process.argv.slice(2)))
counts.push(await runSalesforceTests(installed))
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
