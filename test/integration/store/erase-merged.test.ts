import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runErase } from '#src/cli/erase.ts'
import { createOutput, type OutputStreams } from '#src/cli/output.ts'
import type { Config } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'
import { openSandboxPortal, type SandboxPortal } from '../connectors/hubspot/sandbox-portal.ts'
import { configOf, openAt, person } from './open-stores.ts'

const TOKEN = 'sandbox-hubspot-token'

let dataDir: string
let config: Config
let store: Store
let hubspot: SandboxPortal
let portal: PortalId
let gone: string
let heir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'leadwell-merged-'))
  const databaseUrl = await createTestDatabase()
  config = configOf({ databaseUrl, dataDir })
  store = await openAt({ databaseUrl, dataDir })
  hubspot = await openSandboxPortal(6)
  await hubspot.connector.provision({ dryRun: false })
  const { id, apiUrl } = hubspot.deps.portal
  portal = id
  await store.portals.save(
    { id, crm: 'hubspot', name: 'Willow Care', timeZone: 'UTC', apiUrl, sandbox: true },
    { kind: 'hubspot-token', accessToken: TOKEN },
  )
  const { records } = await hubspot.connector.list('contact', undefined)
  const [first, second] = records
  gone = first?.id ?? ''
  heir = await merge(apiUrl, second?.id ?? '', gone)
  await store.records.put(portal, [person(heir)])
})
afterAll(async () => {
  await hubspot.close()
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
})

it('erase forgets the record somebody lives on in, and says so', async () => {
  const { code, shown } = await erase({ lift: false })

  expect(code).toBe(0)
  expect(shown).toContain(`contact:${heir}, where it lives on, is forgotten as well`)
  expect(shown).toContain('Should it be merged or converted later')
  expect(await store.records.get(portal, [{ object: 'contact', id: heir }])).toEqual([])
})

it('erase that cannot ask the CRM says what is not known, and is not all done', async () => {
  await store.portals.setStatus(portal, 'disconnected', 'hubspot-unauthorized')

  const { code, shown } = await erase({ lift: false })
  const lifting = erase({ lift: true })

  expect(code).toBe(3)
  expect(shown).toContain('did not tell whether it was merged or converted')
  await expect(lifting).rejects.toMatchObject({ code: 'kin-unknown' })
})

it('lift lets go of both, or the one would have the other forgotten again', async () => {
  await store.portals.setStatus(portal, 'connected')

  await erase({ lift: true })

  const both = [gone, heir].map((id) => ({ object: 'contact', id }) as const)
  expect(await store.erasure.forgotten(portal, both)).toEqual(new Map())
})

/** What a person is shown, and the exit code. */
async function erase({ lift }: { lift: boolean }) {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() }
  const output = createOutput({ json: false, noColor: true }, streams as unknown as OutputStreams)
  const code = await runErase(config, { portal, record: `contact:${gone}`, lift }, output)
  streams.stdout.end()
  return { code, shown: await text(streams.stdout) }
}

async function merge(url: string, primaryObjectId: string, objectIdToMerge: string) {
  const answer = await fetch(`${url}/crm/objects/2026-09/contacts/merge`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ primaryObjectId, objectIdToMerge }),
  })
  return ((await answer.json()) as { id: string }).id
}
