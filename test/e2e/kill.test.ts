import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Sandbox } from '#sandbox/start-sandbox.ts'
import { compileCache } from '#test/compile-cache.ts'
import { readBackHubspot, readBackSalesforce } from './read-back.ts'
import {
  accountsInHubspot,
  accountsInSalesforce,
  type WrittenAccount,
} from './read-back-accounts.ts'
import { environment, type StoreKind, startTestSandbox } from './world.ts'

const NOW = Date.parse('2026-11-20T15:00:00Z')
const PEOPLE = 250

const cleanups: (() => Promise<void>)[] = []
let calm: CrmState

beforeAll(async () => {
  const sandbox = await sandboxOf()
  await finished(startChild(await envFor('server', sandbox)))
  calm = await stateOf(sandbox)
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

// The undisturbed run is on a Postgres server; how that does when killed is what chaos.test.ts plays.
describe('killed on the embedded store', () => {
  it('in the middle of a backfill and again in the middle of writing, it ends in the same CRM state as an undisturbed run', async () => {
    const sandbox = await sandboxOf()
    const env = await envFor('embedded', sandbox)
    const calls = (): Record<string, number> => sandbox.hubspot.sandbox.calls()

    await killedWhen(() => (calls().list ?? 0) >= 2, env)
    const scored = [await scoredIn(sandbox)]
    await killedWhen(() => (calls()['batch-update'] ?? 0) >= 1, env)
    scored.push(await scoredIn(sandbox))
    await finished(startChild(env))

    expect(scored[0]).toBe(0)
    expect(scored[1]).toBeLessThan(PEOPLE)
    expect(await stateOf(sandbox)).toEqual(calm)
  })
})

interface CrmState {
  readonly hubspot: ReadonlyMap<string, unknown>
  readonly salesforce: ReadonlyMap<string, unknown>
  readonly accounts: readonly (readonly WrittenAccount[])[]
}

async function stateOf(sandbox: Sandbox): Promise<CrmState> {
  return {
    hubspot: await readBackHubspot(sandbox),
    salesforce: await readBackSalesforce(sandbox),
    accounts: [await accountsInHubspot(sandbox), await accountsInSalesforce(sandbox)],
  }
}

async function scoredIn(sandbox: Sandbox): Promise<number> {
  const records = [...(await readBackHubspot(sandbox)).values()]
  return records.filter(({ handoff_note: note }) => note !== undefined).length
}

async function finished(child: ChildProcess): Promise<void> {
  const [code] = (await once(child, 'exit')) as [number | null]
  expect(code).toBe(0)
}

async function killedWhen(isSo: () => boolean, env: NodeJS.ProcessEnv): Promise<void> {
  const child = startChild(env)
  await until(isSo, child)
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Looks until it is so, or the child is gone. */
async function until(isSo: () => boolean, child: ChildProcess): Promise<void> {
  while (!isSo()) {
    if (child.exitCode !== null) throw new Error('the child ended before it could be killed')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function sandboxOf(): Promise<Sandbox> {
  const sandbox = await startTestSandbox({ people: PEOPLE, now: NOW })
  cleanups.push(() => sandbox.close())
  return sandbox
}

async function envFor(kind: StoreKind, sandbox: Sandbox): Promise<NodeJS.ProcessEnv> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell-kill-'))
  cleanups.push(() => rm(dataDir, { recursive: true, force: true }))
  return {
    PATH: process.env.PATH,
    ...compileCache(),
    ...(await environment(kind, dataDir)),
    CHILD_NOW: String(NOW),
    HUBSPOT_API_URL: sandbox.hubspot.url,
    HUBSPOT_ACCESS_TOKEN: sandbox.hubspot.accessToken,
    SALESFORCE_LOGIN_URL: sandbox.salesforce.url,
    SALESFORCE_CLIENT_ID: sandbox.salesforce.sandbox.clientId,
    SALESFORCE_CLIENT_SECRET: sandbox.salesforce.sandbox.clientSecret,
  }
}

function startChild(env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, ['test/e2e/sync-child.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleanups.push(async () => void child.kill('SIGKILL'))
  return child
}
