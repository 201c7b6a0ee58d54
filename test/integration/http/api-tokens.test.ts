import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { createProgram } from '#src/cli/create-program.ts'
import type { OutputStreams } from '#src/cli/output.ts'
import { runProgram } from '#src/cli/run-program.ts'
import { type ApiServer, startApi } from './api-server.ts'

let api: ApiServer
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

/** What `leadwell token …` prints, and its exit code. */
async function token(...args: readonly string[]) {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() }
  const env = {
    DATABASE_URL: api.databaseUrl,
    REDIS_URL: inject('redisUrl'),
    LEADWELL_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
  }
  const signal = AbortSignal.timeout(60_000)
  const program = createProgram({ env, streams: streams as unknown as OutputStreams, signal })
  const code = await runProgram(program, ['node', 'leadwell', 'token', ...args], streams.stderr)
  streams.stdout.end()
  streams.stderr.end()
  return { code, out: await text(streams.stdout), err: await text(streams.stderr) }
}
const statusWith = async (secret: string): Promise<number> =>
  (await api.call('GET', '/portals', { token: secret })).status

it('makes a token that opens the API, shows it once, lists it without it, and revokes it', async () => {
  const made = await token('create', 'nightly', '--role', 'viewer', '--json')
  const { token: secret } = JSON.parse(made.out)
  expect(made.code).toBe(0)
  expect(await statusWith(secret)).toBe(200)

  const listed = await token('list', '--json')
  const shown = listed.out.split('\n').find((line) => line.includes('"nightly"')) ?? '{}'
  expect(JSON.parse(shown)).toMatchObject({
    name: 'nightly',
    role: 'viewer',
    createdBy: 'operator',
  })
  expect(listed.out).not.toContain(secret)

  const revoked = await token('revoke', 'nightly')
  expect(revoked.out).toContain('nightly is revoked')
  expect(await statusWith(secret)).toBe(401)
})

it('tells a person what to do with the token, and that it is not kept', async () => {
  const { out } = await token('create', 'maria.lopez', '--role', 'approver')

  expect(out).toMatch(/^ {2}lw_[\w-]{43}$/m)
  expect(out).toContain('cannot be shown again')
})

it('refuses a role that is none, a name twice, and revoking what is not there', async () => {
  await token('create', 'twice', '--role', 'viewer')

  const role = await token('create', 'x', '--role', 'owner')
  const name = await token('create', 'twice', '--role', 'admin')
  const unknown = await token('revoke', 'nobody')

  expect([role.code, name.code, unknown.code]).toEqual([2, 2, 2])
  expect(name.err).toContain('[token-name-taken]')
  expect(unknown.err).toContain('leadwell token list')
})
