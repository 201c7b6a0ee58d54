/**
 * The main job in a process of its own, at a fixed instant, so that it can be killed at any moment:
 * connects what the environment names, provisions, syncs, prints `done`.
 */
import { readConfig } from '#src/config.ts'
import { configuredConnections, connectPortal } from '#src/connect-portal.ts'
import { createLog } from '#src/log.ts'
import { openRuntime } from '#src/runtime.ts'
import { syncPortal } from '#src/sync-portal.ts'

const { CHILD_NOW, ...env } = process.env
const config = readConfig(env)
const now = Number(CHILD_NOW)
const runtime = await openRuntime({ config, log: createLog({ level: 'silent' }), now: () => now })
await runtime.startWork({ concurrency: 4 })
for (const connection of await configuredConnections(config)) {
  const portal = await connectPortal(runtime, connection)
  await (await runtime.connectorFor(portal.id, 'event')).provision({ dryRun: false })
  await syncPortal(runtime, portal.id, {
    full: false,
    signal: AbortSignal.timeout(90_000),
    onLook: () => undefined,
  })
}
await runtime.close()
process.stdout.write('done\n')
process.exit(0)
