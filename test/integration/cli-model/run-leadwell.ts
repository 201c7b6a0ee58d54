import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Each line of stdout as JSON. */
  readonly objects: () => readonly Record<string, unknown>[]
}

/** Runs `leadwell …` as people do, as a process of its own in `cwd`. */
export function runLeadwell(
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Readonly<Record<string, string>> },
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      // Nothing of the shell that runs the tests may reach the command.
      { cwd, env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env }, maxBuffer: 16_000_000 },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : 0
        const objects = (): Record<string, unknown>[] =>
          stdout
            .trimEnd()
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as Record<string, unknown>)
        resolve({ code: error === null ? 0 : code || 1, stdout, stderr, objects })
      },
    )
  })
}
