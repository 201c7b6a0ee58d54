import { Writable } from 'node:stream'
import { createProgram } from '#src/cli/create-program.ts'
import { runProgram } from '#src/cli/run-program.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Each line of stdout as JSON. */
  readonly objects: () => readonly Record<string, unknown>[]
}

export interface RunOptions {
  /** What the command sees of the environment, and nothing of the shell that runs the tests. */
  readonly env?: Readonly<Record<string, string>>
  /** Where relative paths begin; the project's root when unset. */
  readonly cwd?: string
}

/**
 * Runs `leadwell …` with everything real but the process, which takes seconds to start. What a process
 * of its own adds is tested by those that spawn `src/main.ts`.
 */
export async function runLeadwell(
  args: readonly string[],
  { env = {}, cwd = process.cwd() }: RunOptions = {},
): Promise<Ran> {
  const [stdout, stderr] = [sink(), sink()]
  const { signal } = new AbortController()
  const program = createProgram({
    env: { NO_COLOR: '1', ...env },
    streams: { stdout, stderr },
    signal,
  })
  const before = process.cwd()
  process.chdir(cwd)
  try {
    const code = await runProgram(program, ['node', 'leadwell', ...args], stderr)
    const text = stdout.text()
    return { code, stdout: text, stderr: stderr.text(), objects: () => objectsIn(text) }
  } finally {
    process.chdir(before)
  }
}

/** Each line of machine-readable output. */
export function objectsIn(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** A stream that remembers, and no terminal, as a pipe is none. */
export function sink(): NodeJS.WriteStream & { readonly text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  const text = (): string => Buffer.concat(chunks).toString('utf8')
  return Object.assign(stream as unknown as NodeJS.WriteStream, { text })
}
