import { readConfig } from '#src/config.ts'
import { connectPortal } from '#src/connect-portal.ts'
import { hashSecret, makeSecret } from '#src/http/sign-in-secret.ts'
import { createLog } from '#src/log.ts'
import type { Portal } from '#src/ports.ts'
import { openRuntime, type Runtime } from '#src/runtime.ts'
import type { AdminOptions } from './admin-orders.ts'
import type { ChaosWorld } from './world.ts'

export interface SetUp {
  readonly runtime: Runtime
  readonly hubspot: Portal
  readonly salesforce: Portal
  readonly tokens: AdminOptions['tokens']
}

/** Connects and provisions both portals through the networks that will be cut, and makes two tokens. */
export async function setUp({ env, now, networks, sandbox }: ChaosWorld): Promise<SetUp> {
  const { CHAOS_STARTED_AT: _, ...variables } = env
  const log = createLog({ level: 'silent' })
  const runtime = await openRuntime({ config: readConfig(variables), log, now })
  const { clientId, clientSecret } = sandbox.salesforce.sandbox
  const loginUrl = networks.salesforce.url
  const hubspot = await connectPortal(runtime, {
    crm: 'hubspot',
    apiUrl: networks.hubspot.url,
    credentials: { kind: 'hubspot-token', accessToken: sandbox.hubspot.accessToken },
    sandbox: true,
  })
  const salesforce = await connectPortal(runtime, {
    crm: 'salesforce',
    apiUrl: loginUrl,
    credentials: { kind: 'salesforce-client-credentials', loginUrl, clientId, clientSecret },
    sandbox: true,
  })
  for (const { id } of [hubspot, salesforce]) {
    await (await runtime.connectorFor(id, 'event')).provision({ dryRun: false })
    // The first reading would say so by the instant of decisions, which is hours ahead.
    await runtime.store.cursors.set(id, 'poll', { at: now() })
  }
  const tokens = {
    author: await tokenOf(runtime, 'author', 'editor'),
    approver: await tokenOf(runtime, 'approver', 'admin'),
  }
  return { runtime, hubspot, salesforce, tokens }
}

async function tokenOf(
  { store }: Runtime,
  name: string,
  role: 'editor' | 'admin',
): Promise<string> {
  const secret = makeSecret()
  await store.access.createToken({ name, role, hash: hashSecret(secret), by: 'operator' })
  return secret
}
