import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { sandboxConnections } from '#src/cli/sandbox-connections.ts'
import { connectPortal } from '#src/connect-portal.ts'
import { createPortalService } from '#src/portal-service.ts'
import type { PortalId } from '#src/ports.ts'
import { type ApiRuntime, openApiRuntime } from './api-runtime.ts'
import { type ApiServer, startApi } from './api-server.ts'

let sandbox: Sandbox
let api: ApiServer
let real: ApiRuntime
let portal: PortalId
beforeAll(async () => {
  const ports = { hubspotPort: 0, salesforcePort: 0, folder: undefined }
  sandbox = await startSandbox({ people: 5, seed: 5, ...ports, now: Date.now })
  real = await openApiRuntime()
  const [connection] = sandboxConnections(sandbox)
  if (connection === undefined) throw new Error('no portal to connect')
  portal = (await connectPortal(real.runtime, connection)).id
  api = await startApi({ portals: createPortalService(real.runtime) })
})
afterAll(async () => {
  await api.close()
  await real.close()
  await sandbox.close()
})

it('puts a reviewed list in force in the name of who approved it, once', async () => {
  const at = `/portals/${portal}/allow-list`
  const { approver: token } = api.tokens
  const read = async () => (await api.call('GET', at, { token })).json
  const approve = async (text: string) =>
    api.call('POST', `${at}/approve`, { token, body: JSON.stringify({ text, replaces: 0 }) })
  const shipped = String((await read())?.['text'])

  const unfit = await approve(shipped.replace('field: jobtitle', 'field: no_such_field'))
  const approved = await approve(shipped)
  const again = await approve(shipped)

  expect([unfit.status, unfit.json?.['error']]).toEqual([422, 'allow-list-unfit'])
  expect(approved.json).toMatchObject({ version: 1, changes: 0 })
  expect([again.status, again.json?.['error']]).toEqual([409, 'allow-list-outdated'])
  expect(await read()).toMatchObject({
    version: 1,
    approvals: [{ version: 1, approvedBy: 'approver' }],
  })
  const entries = await real.runtime.store.ledger.list({ portal, limit: 10 })
  const told = entries.map(({ actor, detail }) => ({ actor, action: detail['action'] }))
  expect(told).toContainEqual({ actor: 'approver', action: 'allow-list-approved' })
})
