import { dailyUsage } from '#jobs/daily-share.ts'
import type { Config } from '#src/config.ts'
import { checkCalls } from '#src/doctor/check-calls.ts'
import { checkPortal } from '#src/doctor/check-portal.ts'
import { checkRedis } from '#src/doctor/check-redis.ts'
import { checkStore } from '#src/doctor/check-store.ts'
import { checkWebhooks } from '#src/doctor/check-webhooks.ts'
import type { Finding } from '#src/doctor/finding.ts'
import type { PortalId } from '#src/ports.ts'
import type { Runtime } from '#src/runtime.ts'
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

async function examine(
  { config, store, redis, now, connectorFor }: Runtime,
  only: PortalId | undefined,
): Promise<readonly Finding[]> {
  const portals =
    only === undefined ? await store.portals.list() : [await store.portals.require(only)]
  const findings: Finding[] = [
    ...(await checkStore(store, { isEmbedded: config.databaseUrl === undefined })),
    ...(await checkRedis(redis, { now, isPrivate: config.redisUrl === undefined })),
    ...(await checkWebhooks(config, portals)),
  ]
  for (const portal of portals) {
    const connector = (): ReturnType<typeof connectorFor> => connectorFor(portal.id, 'event')
    findings.push(...(await checkPortal({ store, now, connector }, portal)))
    const { salesforceDailyShare: dailyShare } = config
    findings.push(checkCalls(portal.id, await dailyUsage({ redis, dailyShare }, portal.id)))
  }
  if (portals.length === 0) {
    const todo = 'Run: leadwell connect hubspot, or leadwell start to try the sandbox'
    findings.push({ area: 'portals', check: 'connected', level: 'note', says: 'none', todo })
  }
  return findings
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
