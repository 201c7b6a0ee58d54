import type { Connection } from 'jsforce'
import { describe, expect, it } from 'vitest'
import { provisionFields } from '#connectors/salesforce/provisioning/provision.ts'
import { createQuerier } from '#connectors/salesforce/querying/query.ts'
import { createTransport } from '#connectors/salesforce/transport/transport.ts'
import { USERS } from '#sandbox/salesforce/org.ts'
import type { ProvisionStep, Quota } from '#src/connector-port.ts'
import type { Log } from '#src/ports.ts'
import { type StartedOrg, startOrg } from './start-org.ts'

const QUIET: Log = { debug() {}, info() {}, warn() {}, error() {}, with: () => QUIET }
const UNLIMITED: Quota = {
  take: async () => undefined,
  learn: async () => undefined,
  pause: async () => undefined,
}

interface Provisioner {
  provision(options: { dryRun: boolean }): Promise<readonly ProvisionStep[]>
}

function connectorTo({ url, token, sandbox }: StartedOrg): Provisioner {
  const identityUrl = `${url}/id/${sandbox.orgId}/${USERS.integration}`
  const session = { accessToken: token, instanceUrl: url, identityUrl }
  const transport = createTransport({
    tokens: { current: async () => session, renew: async () => session },
    quota: UNLIMITED,
    lane: 'bulk',
    log: QUIET,
    random: () => 0.5,
    sleep: async () => undefined,
  })
  const deps = { transport, querier: createQuerier(transport), log: QUIET }
  return { provision: (options) => provisionFields(deps, options) }
}

async function provisioned(): Promise<{
  org: StartedOrg
  connector: Provisioner
  conn: Connection
}> {
  const org = await startOrg({ people: 3 })
  const connector = connectorTo(org)
  await connector.provision({ dryRun: false })
  return { org, connector, conn: await org.connect() }
}

async function callsOf({ sandbox }: StartedOrg, work: () => Promise<unknown>) {
  const before = sandbox.calls()
  await work()
  const after = sandbox.calls()
  return Object.fromEntries(
    Object.entries(after)
      .map(([kind, count]): [string, number] => [kind, count - (before[kind] ?? 0)])
      .filter(([, count]) => count > 0),
  )
}

const differing = (steps: readonly ProvisionStep[]) =>
  steps.filter(({ action }) => action !== 'keep')

/** jsforce types every property of a component as required; the wire does not. */
async function upsert(
  conn: Connection,
  type: 'CustomField' | 'PermissionSet',
  component: object,
): Promise<void> {
  const results: unknown = await conn.metadata.upsert(type, [component] as never)
  expect(results).toMatchObject([{ success: true }])
}

async function read(
  conn: Connection,
  type: 'CustomField' | 'PermissionSet',
  fullName: string,
): Promise<Record<string, unknown>> {
  const found: unknown = await conn.metadata.read(type, fullName)
  return found as Record<string, unknown>
}

async function errorOf(
  work: Promise<unknown>,
): Promise<{ code: string; message: string; hint: string }> {
  return await work.then(
    () => {
      throw new Error('expected a rejection')
    },
    (error: unknown) => error as Awaited<ReturnType<typeof errorOf>>,
  )
}

describe('provisioning an organisation', () => {
  it('says what it would make, what is left to people, and makes nothing', async () => {
    const org = await startOrg({ people: 3 })
    const connector = connectorTo(org)

    const first = await connector.provision({ dryRun: true })
    const calls = await callsOf(org, async () => {
      expect(await connector.provision({ dryRun: true })).toEqual(first)
    })

    expect(first.filter(({ kind }) => kind === 'property')).toHaveLength(35)
    expect(first.filter(({ kind }) => kind === 'permission')).toHaveLength(6)
    const manual = first.filter(({ kind }) => kind === 'manual')
    expect(manual.map(({ instruction }) => instruction).join(' ')).toMatch(
      /Leadwell Score.*Map Lead Fields.*Manage Assignments/s,
    )
    expect(new Set(differing(first).map(({ action }) => action))).toEqual(new Set(['create']))
    expect(calls).toEqual({ describe: 3, metadata: 5 })
  })

  it('makes everything at ten components a call, and a second time only looks', async () => {
    const org = await startOrg({ people: 3 })
    const connector = connectorTo(org)

    const first = await callsOf(org, () => connector.provision({ dryRun: false }))
    const second = await callsOf(org, async () => {
      expect(differing(await connector.provision({ dryRun: false }))).toEqual([])
    })

    // Looked at before and after (5 + 4), 35 fields in four calls, both sets in one.
    expect(first).toMatchObject({ metadata: 14 })
    expect(second).toEqual({ describe: 3, metadata: 5, query: 1 })
  })

  it('lets us write our fields and read what is scored, and no more', async () => {
    const { org, conn } = await provisioned()

    const set = await read(conn, 'PermissionSet', 'Leadwell_Integration')
    const [lead] = await org.query('SELECT Id FROM Lead LIMIT 1')
    const write = (fields: object) =>
      org.api('PATCH', `/sobjects/Lead/${String(lead?.['Id'])}`, fields)

    const edited = (set['fieldPermissions'] as { field: string; editable: boolean }[])
      .filter(({ editable }) => editable)
      .map(({ field }) => field)
    expect(edited).toHaveLength(33)
    expect(edited.every((name) => name.includes('.Leadwell_'))).toBe(true)
    expect(set['userPermissions']).toEqual(
      ['ActivitiesAccess', 'ApiEnabled', 'ViewSetup'].map((name) => ({ enabled: true, name })),
    )
    expect((await write({ Leadwell_Score__c: 7 })).status).toBe(204)
    expect((await write({ Leadwell_Feedback__c: 'useful' })).status).toBe(400)
  })

  it('shows reps our fields and lets them set the feedback only', async () => {
    const { conn } = await provisioned()

    const set = await read(conn, 'PermissionSet', 'Leadwell_Reps')

    const permissions = set['fieldPermissions'] as { field: string; editable: boolean }[]
    expect(permissions).toHaveLength(35)
    expect(permissions.filter(({ editable }) => editable).map(({ field }) => field)).toEqual([
      'Lead.Leadwell_Feedback__c',
      'Contact.Leadwell_Feedback__c',
    ])
    expect(set['objectPermissions']).toEqual([])
  })
})

describe('what was changed in setup', () => {
  it('is shown as it is and as it will be, then set right once', async () => {
    const { connector, conn } = await provisioned()
    const field = await read(conn, 'CustomField', 'Lead.Leadwell_Top_Reason__c')
    await upsert(conn, 'CustomField', { ...field, label: 'Why', inlineHelpText: 'Ask Sam' })

    const dry = await connector.provision({ dryRun: true })
    await connector.provision({ dryRun: false })

    expect(differing(dry)).toEqual([
      {
        object: 'lead',
        kind: 'property',
        name: 'Leadwell_Top_Reason__c',
        action: 'update',
        changes: [
          { what: 'label', from: 'Why', to: 'Leadwell Top Reason' },
          { what: 'inlineHelpText', from: 'Ask Sam', to: 'What counted most.' },
        ],
      },
    ])
    expect(await read(conn, 'CustomField', 'Lead.Leadwell_Top_Reason__c')).toMatchObject({
      label: 'Leadwell Top Reason',
    })
    expect(differing(await connector.provision({ dryRun: false }))).toEqual([])
  })

  it('of holds that told too much is retired under other labels, once', async () => {
    const { connector, conn } = await provisioned()
    const value = [
      { fullName: 'crisis', default: false, label: 'Crisis' },
      { fullName: 'minor', default: false, label: 'Minor' },
      { fullName: 'part2_consent_missing', default: false, label: 'Part2 consent missing' },
    ]
    const field = await read(conn, 'CustomField', 'Lead.Leadwell_Hold__c')
    const valueSet = { restricted: true, valueSetDefinition: { sorted: false, value } }
    await upsert(conn, 'CustomField', { ...field, valueSet })

    await connector.provision({ dryRun: false })

    const after = JSON.stringify(await read(conn, 'CustomField', 'Lead.Leadwell_Hold__c'))
    expect(after).not.toMatch(/"(?:Minor|Part2 consent missing)"/)
    expect(after.match(/"isActive":"?false/g)).toHaveLength(2)
    expect(after).toContain('For another team (former)')
    expect(after).toContain('Consent awaited (former)')
    expect(differing(await connector.provision({ dryRun: false }))).toEqual([])
  })

  it('of picklists is put in our order, with values and colours of others kept', async () => {
    const { connector, conn } = await provisioned()
    const value = [
      { fullName: 'unqualified', default: false, label: 'Cold' },
      { fullName: 'sales_ready', default: false, label: 'Sales ready', color: '#00FF00' },
      { fullName: 'recycled', default: false, label: 'Recycled' },
    ]
    const field = await read(conn, 'CustomField', 'Lead.Leadwell_Tier__c')
    const valueSet = { restricted: true, valueSetDefinition: { sorted: false, value } }
    await upsert(conn, 'CustomField', { ...field, valueSet })

    const dry = await connector.provision({ dryRun: true })
    await connector.provision({ dryRun: false })

    expect(differing(dry)).toMatchObject([
      {
        name: 'Leadwell_Tier__c',
        changes: [
          {
            what: 'values',
            from: 'unqualified "Cold", sales_ready "Sales ready", recycled "Recycled", nurture "Nurture" (inactive)',
            to: 'sales_ready "Sales ready", nurture "Nurture", unqualified "Unqualified", recycled "Recycled"',
          },
        ],
      },
    ])
    const after = await read(conn, 'CustomField', 'Lead.Leadwell_Tier__c')
    expect(after).toMatchObject({
      valueSet: {
        valueSetDefinition: {
          value: [
            { fullName: 'sales_ready', color: '#00FF00' },
            { fullName: 'nurture' },
            { fullName: 'unqualified' },
            { fullName: 'recycled', label: 'Recycled' },
          ],
        },
      },
    })
    expect(JSON.stringify(after)).not.toContain('isActive')
    expect(differing(await connector.provision({ dryRun: false }))).toEqual([])
  })

  it('of permission sets is set right for our fields, and what an admin added stays', async () => {
    const { connector, conn } = await provisioned()
    const set = await read(conn, 'PermissionSet', 'Leadwell_Reps')
    const permissions = set['fieldPermissions'] as { field: string }[]
    const fieldPermissions = [
      ...permissions
        .filter(({ field }) => field !== 'Contact.Leadwell_Grade__c')
        .map((one) => (one.field === 'Lead.Leadwell_Score__c' ? { ...one, editable: true } : one)),
      { field: 'Lead.Crisis_Flag__c', readable: true, editable: false },
    ]
    const { fullName, label } = set
    await upsert(conn, 'PermissionSet', {
      fullName,
      label,
      hasActivationRequired: false,
      fieldPermissions,
    })

    const dry = await connector.provision({ dryRun: true })
    await connector.provision({ dryRun: false })

    expect(differing(dry).map(({ object, name, changes }) => ({ object, name, changes }))).toEqual([
      {
        object: 'lead',
        name: 'Leadwell_Reps',
        changes: [{ what: 'Lead.Leadwell_Score__c', from: 'read and edit', to: 'read' }],
      },
      {
        object: 'contact',
        name: 'Leadwell_Reps',
        changes: [{ what: 'Contact.Leadwell_Grade__c', from: 'none', to: 'read' }],
      },
    ])
    const after = await read(conn, 'PermissionSet', 'Leadwell_Reps')
    expect(after['fieldPermissions']).toContainEqual({
      field: 'Lead.Crisis_Flag__c',
      readable: true,
      editable: false,
    })
    expect(differing(await connector.provision({ dryRun: false }))).toEqual([])
  })

  it('by taking the permission set from our user is put back', async () => {
    const { org, connector, conn } = await provisioned()
    const [given] = await org.query(
      "SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Leadwell_Integration'",
    )
    await conn.sobject('PermissionSetAssignment').destroy(String(given?.['Id']))

    const dry = await connector.provision({ dryRun: true })
    await connector.provision({ dryRun: false })

    expect(differing(dry)).toMatchObject([
      {
        name: 'Leadwell_Integration',
        changes: [{ what: 'given to the user Leadwell connects as', from: 'no', to: 'yes' }],
      },
    ])
    expect(differing(await connector.provision({ dryRun: true }))).toEqual([])
  })
})

describe('what Salesforce does not take', () => {
  it('is named field by field at the limit of custom fields, and the rest is made', async () => {
    const org = await startOrg({ people: 3 })
    const conn = await org.connect()
    await fillUp(conn, 'Account', 2)

    const error = await errorOf(connectorTo(org).provision({ dryRun: false }))

    expect(error).toMatchObject({ code: 'salesforce-provision-refused' })
    expect(error.message).toContain(
      'Account.Leadwell_Engaged_Contacts__c (the limit of custom fields on Account is reached)',
    )
    expect(error.message).not.toContain('Lead.')
    expect(error.hint).toContain('delete custom fields nobody uses')
    const reply = await org.api('GET', '/sobjects/Account/describe')
    expect(JSON.stringify(reply.body)).toContain('Leadwell_Account_Score__c')
  })

  it('for want of a permission is said with the permissions that are missing', async () => {
    const org = await startOrg({ people: 3 })
    const refusal = { status: 403, errorCode: 'INSUFFICIENT_ACCESS', times: 50 }
    org.sandbox.failNext({ ...refusal, kind: 'metadata' })
    org.sandbox.failNext({ ...refusal, kind: 'tooling' })
    const connector = connectorTo(org)

    const dry = await connector.provision({ dryRun: true })
    const error = await errorOf(connector.provision({ dryRun: false }))

    expect(dry.filter(({ action }) => action === 'create')).toHaveLength(41)
    expect(error).toMatchObject({ code: 'salesforce-provision-refused' })
    expect(error.message).toContain('Lead.Leadwell_Score__c')
    expect(error.hint).toContain('"Modify Metadata Through Metadata API Functions"')
  })

  it('as another type is left as it is', async () => {
    const org = await startOrg({ people: 3 })
    await upsert(await org.connect(), 'CustomField', {
      fullName: 'Lead.Leadwell_Score__c',
      label: 'Score',
      type: 'Text',
      length: 10,
    })

    const error = await errorOf(connectorTo(org).provision({ dryRun: true }))

    expect(error).toMatchObject({
      code: 'salesforce-field-conflict',
      message: 'Field Leadwell_Score__c exists with type Text instead of Number.',
    })
  })
})

/** Leaves room for `room` custom fields on the object. */
async function fillUp(conn: Connection, object: string, room: number): Promise<void> {
  const { fields } = await conn.describe(object)
  const count = 500 - room - fields.filter(({ custom }) => custom).length
  const names = Array.from({ length: count }, (_, at) => `${object}.Filler_${at}__c`)
  while (names.length > 0) {
    const batch = names.splice(0, 10).map((fullName) => ({
      fullName,
      label: fullName,
      type: 'Text',
      length: 10,
    }))
    await conn.metadata.upsert('CustomField', batch as never)
  }
}
