/** One process of ours, a web or a worker, made to be killed; says `ready` and works until then. */
import { endOnCrash } from '#src/cli/on-crash.ts'
import { readConfig } from '#src/config.ts'
import { createLog } from '#src/log.ts'
import { openRuntime } from '#src/runtime.ts'
import { clockSince } from './clock.ts'
import { startWeb } from './start-web.ts'
import { startWorker } from './start-worker.ts'

endOnCrash(process.stderr, (code) => process.exit(code))
const { CHAOS_ROLE, CHAOS_STARTED_AT, ...env } = process.env
const config = readConfig(env)
const log = createLog({ level: config.logLevel ?? 'silent' })
const now = clockSince(() => Number(CHAOS_STARTED_AT))
const runtime = await openRuntime({ config, log, now })
if (CHAOS_ROLE === 'web') await startWeb(runtime)
else await startWorker(runtime)
process.stdout.write('ready\n')
