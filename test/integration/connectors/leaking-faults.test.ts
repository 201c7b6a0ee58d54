import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { createHubspotConnector } from '#connectors/hubspot/connector.ts'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import { LEAKING_FAULTS, type LeakingFault } from '#sandbox/leaking-fault.ts'
import { startSandbox } from '#sandbox/start-sandbox.ts'
import type { Connector } from '#src/connector-port.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { Intent, Log } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { createFakeVault } from '#test/fakes/fake-vault.ts'

const TOKEN = 'zqcanaryq'
const NOW = Date.UTC(2026, 10, 20, 12)
const MANY = 40

interface Subject {
  readonly connector: Connector
  readonly people: 'contact' | 'lead'
  readonly logged: unknown[]
  failAlways(fault: LeakingFault): void
}

const CRMS = ['hubspot', 'salesforce'] as const

/** Moves on with every look at it, so that no call is over a limit. */
function movingClock(): () => number {
  let at = NOW
  return () => (at += 100)
}

async function open(crm: (typeof CRMS)[number]): Promise<Subject> {
  const now = movingClock()
  const sandbox = await startSandbox({
    people: 60,
    seed: 7,
    hubspotPort: 0,
    salesforcePort: 0,
    folder: undefined,
    now,
    plant: () => TOKEN,
  })
  onTestFinished(() => sandbox.close())
  const logged: unknown[] = []
  const common = {
    quota: {
      take: async () => undefined,
      learn: async () => undefined,
      pause: async () => undefined,
    },
    lane: 'bulk',
    allowList: shippedAllowList(crm),
    log: logInto(logged),
    now,
    random: () => 0,
    sleep: async () => undefined,
    tokenVault: createFakeVault(now),
    saveCredentials: async () => undefined,
  } as const
  const { hubspot, salesforce } = sandbox
  if (crm === 'hubspot') {
    const deps: ConnectorDeps = {
      ...common,
      loadCredentials: async () => deps.credentials,
      portal: { id: `hubspot:${hubspot.sandbox.portalId}`, apiUrl: hubspot.url },
      credentials: { kind: 'hubspot-token', accessToken: hubspot.accessToken },
    }
    return {
      connector: createHubspotConnector(deps),
      people: 'contact',
      logged,
      failAlways: (fault) => hubspot.sandbox.failNext(MANY, fault),
    }
  }
  const { clientId, clientSecret, orgId } = salesforce.sandbox
  const loginUrl = salesforce.url
  const deps: ConnectorDeps = {
    ...common,
    loadCredentials: async () => deps.credentials,
    portal: { id: `salesforce:${orgId}`, apiUrl: loginUrl },
    credentials: { kind: 'salesforce-client-credentials', loginUrl, clientId, clientSecret },
  }
  return {
    connector: createSalesforceConnector(deps),
    people: 'lead',
    logged,
    failAlways: (leak) => salesforce.sandbox.failNext({ leak, times: MANY }),
  }
}

function logInto(logged: unknown[]): Log {
  const note = (message: string, fields?: unknown): void => void logged.push([message, fields])
  const log: Log = { debug: note, info: note, warn: note, error: note, with: () => log }
  return log
}

const isOurs = (error: unknown): boolean =>
  error instanceof PermanentError || error instanceof TransientError

const VALUES: Intent['values'] = { accountScore: 1, accountTier: 'nurture', engagedContacts: 1 }

const CASES = CRMS.flatMap((crm) => LEAKING_FAULTS.map((fault) => [crm, fault] as const))

test.each(CASES)(
  '%s failing with %s gives errors and logs that quote nothing',
  async (crm, fault) => {
    const subject = await open(crm)
    const { connector, people, logged } = subject
    const [record] = (await connector.list(people, undefined)).records
    const [company] = (await connector.list('company', undefined)).records
    if (record === undefined || company === undefined) throw new Error('an empty portal')
    const ref = { object: record.object, id: record.id }
    const work: readonly (() => Promise<unknown>)[] = [
      () => connector.list(people, undefined),
      () => connector.read([ref]),
      () => connector.changes(undefined, NOW - 60_000),
      () => connector.schema(),
      () => connector.write([{ ref: { object: 'company', id: company.id }, values: VALUES }]),
      () => connector.provision({ dryRun: true }),
    ]

    const outcomes: unknown[] = []
    for (const one of work) {
      subject.failAlways(fault)
      outcomes.push(await one().catch((error: unknown) => error))
    }

    const errors = outcomes.filter((outcome) => outcome instanceof Error)
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.every(isOurs)).toBe(true)
    expect(inspect([outcomes, logged], { depth: 12, showHidden: true })).not.toContain(TOKEN)
  },
)

test.each(CRMS)('%s records hold nothing of what stands in the portal as words', async (crm) => {
  const { connector, logged } = await open(crm)

  const told: unknown[] = [await connector.schema()]
  for (const object of connector.objects) told.push(await connector.list(object, undefined))
  told.push(await connector.changes(undefined, 0))

  expect(JSON.stringify([told, logged])).not.toContain(TOKEN)
})
