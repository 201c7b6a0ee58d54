import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { MUTANTS, type Mutant } from './mutants.ts'

/**
 * Takes out one privacy check at a time, in a copy of the project, and runs the tests that ought to
 * notice. A mutant that survives is a check nobody would miss: the run then ends with code 1.
 * `npm run mutants -- [--only <part of a name>]`
 */
const COPIED = [
  'src',
  'connectors',
  'jobs',
  'sandbox',
  'models',
  'test',
  'docs',
  'scripts',
  'bench',
]
const FILES = ['package.json', 'tsconfig.json', 'vitest.config.ts', '.env.example', 'README.md']

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const chosen = MUTANTS.filter(({ name }) => name.includes(values.only))
const copy = await copyProject()
const survivors: string[] = []
try {
  for (const mutant of chosen) {
    const killed = await isKilled(mutant)
    if (!killed) survivors.push(mutant.name)
    process.stdout.write(`${killed ? 'killed  ' : 'SURVIVED'}  ${mutant.name}\n`)
  }
} finally {
  await rm(copy, { recursive: true, force: true })
}
process.stdout.write(`${chosen.length - survivors.length} of ${chosen.length} killed\n`)
process.exitCode = survivors.length === 0 ? 0 : 1

async function copyProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leadwell-mutants-'))
  for (const name of [...COPIED, ...FILES]) {
    await cp(name, join(folder, name), { recursive: true })
  }
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Whether the tests fail once the check is gone. Throws when the check is not where it should be. */
async function isKilled({ name, file, find, replace, tests }: Mutant): Promise<boolean> {
  const path = join(copy, file)
  const source = await readFile(path, 'utf8')
  if (source.split(find).length !== 2) throw new Error(`${name}: not found once in ${file}`)
  await writeFile(
    path,
    source.replace(find, () => replace),
  )
  try {
    return (await runTests(tests)) !== 0
  } finally {
    await writeFile(path, source)
  }
}

function runTests(tests: readonly string[]): Promise<number | null> {
  const child = spawn('node_modules/.bin/vitest', ['run', '--bail=1', ...tests], {
    cwd: copy,
    stdio: 'ignore',
  })
  return new Promise((settle, fail) => child.once('error', fail).once('exit', settle))
}
