import { existsSync } from 'node:fs'
import { createProgram } from './create-program.ts'
import { endOnCrash } from './on-crash.ts'
import { runProgram } from './run-program.ts'

endOnCrash(process.stderr, (code) => process.exit(code))

// Settings in the shell win over those in .env.
if (existsSync('.env')) process.loadEnvFile('.env')

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second signal means now: what is in hand is picked up again from the store.
    if (stopping.signal.aborted) process.exit(130)
    stopping.abort()
  })
}

process.exitCode = await runProgram(
  createProgram({ env: process.env, streams: process, signal: stopping.signal }),
  process.argv,
  process.stderr,
)
// Sockets of a store or queue that no longer answers must not keep a finished command alive.
process.stdout.write('', () => process.exit())
