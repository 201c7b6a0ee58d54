import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AuditRequest, runAudit } from '#src/cli/audit.ts'
import { runDisconnect } from '#src/cli/disconnect.ts'
import { runErase } from '#src/cli/erase.ts'
import { createOutput, type Output, type OutputStreams } from '#src/cli/output.ts'
import type { Config } from '#src/config.ts'
import type { RecordRef } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'
import { onDatabase } from './on-database.ts'
import { configOf, connect, openAt, PORTAL, person } from './open-stores.ts'

const ref: RecordRef = { object: 'lead', id: '00Q000000000001AAA' }

let dataDir: string
let config: Config
let store: Store
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'leadwell-commands-'))
  const databaseUrl = await createTestDatabase()
  config = configOf({ databaseUrl, dataDir })
  store = await openAt({ databaseUrl, dataDir })
  await connect(store, PORTAL)
  await store.records.put(PORTAL, [person(ref.id, { object: 'lead', companyId: '9' })])
  await store.ledger.append(PORTAL, {
    kind: 'read',
    records: [ref],
    fields: { lead: ['Title'] },
    allowList: 2,
  })
})
afterAll(async () => {
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** What a command prints with --json, and its exit code. */
async function run(command: (output: Output) => Promise<number>) {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() }
  const output = createOutput({ json: true, noColor: true }, streams as unknown as OutputStreams)
  const code = await command(output)
  streams.stdout.end()
  streams.stderr.end()
  const lines = (await text(streams.stdout)).split('\n').filter((line) => line !== '')
  const objects = lines.map((line): Record<string, unknown> => JSON.parse(line))
  return { code, objects, stderr: await text(streams.stderr) }
}

const audit = (request: Partial<AuditRequest>) =>
  run((output) =>
    runAudit(config, { portal: PORTAL, verify: false, limit: 50, ...request }, output),
  )
const erase = (record: string, lift = false) =>
  run((output) => runErase(config, { portal: PORTAL, record, lift }, output))

it('audit says what was done with a record', async () => {
  const { code, objects } = await audit({ record: ref.id })

  expect(code).toBe(0)
  expect(objects).toMatchObject([{ record: ref, kind: 'read', detail: { allowList: 2 } }])
})

it('audit exports every entry', async () => {
  const file = join(dataDir, 'ledger.jsonl')

  const { code } = await audit({ export: file })

  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  expect(code).toBe(0)
  expect(lines.map((line) => JSON.parse(line).seq)).toEqual([1])
})

it('erase finds the record, proves that nothing remains, and lifts', async () => {
  const erased = await erase(ref.id)
  const again = erase(ref.id)
  await expect(again).rejects.toMatchObject({ code: 'record-unknown' })
  const lifted = await erase(ref.id, true)
  const liftedAgain = await erase(ref.id, true)

  expect(erased.code).toBe(0)
  expect(erased.objects).toMatchObject([{ record: ref, removed: { records: 1 }, remains: [] }])
  expect(lifted.objects).toEqual([{ portal: PORTAL, lifted: [ref] }])
  expect(liftedAgain.objects).toEqual([{ portal: PORTAL, lifted: [] }])
})

it('erase asks which of two records of one number is meant', async () => {
  const id = '512'
  await store.records.put(PORTAL, [person(id), person(id, { object: 'lead' })])

  await expect(erase(id)).rejects.toMatchObject({
    code: 'record-ambiguous',
    hint: expect.stringContaining('lead:512'),
  })
  const { objects } = await erase('lead:512')

  expect(objects).toMatchObject([{ record: { object: 'lead', id }, remains: [] }])
  expect(await store.records.get(PORTAL, [{ object: 'contact', id }])).toHaveLength(1)
})

it('disconnect wants to be told twice', async () => {
  const asked = await run((output) => runDisconnect(config, { portal: PORTAL, yes: false }, output))
  const kept = await store.intents.tally(PORTAL)
  const done = await run((output) => runDisconnect(config, { portal: PORTAL, yes: true }, output))

  expect(asked).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') })
  expect(kept.records).toBeGreaterThan(0)
  expect(done).toMatchObject({ code: 0, objects: [{ disconnected: true }] })
  expect((await store.intents.tally(PORTAL)).records).toBe(0)
})

it('audit --verify ends with 1 and says where when the chain is broken', async () => {
  const whole = await audit({ portal: undefined, verify: true })
  await onDatabase(
    { databaseUrl: config.databaseUrl, dataDir },
    `alter table ledger disable trigger all; delete from ledger where seq = 2`,
  )
  const broken = await audit({ portal: undefined, verify: true })

  expect(whole).toMatchObject({ code: 0, objects: [{ verified: true }] })
  expect(broken).toMatchObject({
    code: 1,
    objects: [{ verified: false, brokenAt: { portal: PORTAL, seq: 2, why: 'entry-missing' } }],
    stderr: expect.stringContaining('entry 2'),
  })
})
