import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { runLeadwell } from '#test/run-leadwell.ts'
import { type ApiServer, startApi } from './api-server.ts'

let api: ApiServer
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

/** What `leadwell token …` prints, and its exit code. */
async function token(...args: readonly string[]) {
  const env = {
    DATABASE_URL: api.databaseUrl,
    REDIS_URL: inject('redisUrl'),
    LEADWELL_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
  }
  return runLeadwell(['token', ...args], { env })
}
const statusWith = async (secret: string): Promise<number> =>
  (await api.call('GET', '/portals', { token: secret })).status

it('makes a token that opens the API, shows it once, lists it without it, and revokes it', async () => {
  const made = await token('create', 'nightly', '--role', 'viewer', '--json')
  const { token: secret } = JSON.parse(made.stdout)
  expect(made.code).toBe(0)
  expect(await statusWith(secret)).toBe(200)

  const listed = await token('list', '--json')
  const shown = listed.stdout.split('\n').find((line) => line.includes('"nightly"')) ?? '{}'
  expect(JSON.parse(shown)).toMatchObject({
    name: 'nightly',
    role: 'viewer',
    createdBy: 'operator',
  })
  expect(listed.stdout).not.toContain(secret)

  const revoked = await token('revoke', 'nightly')
  expect(revoked.stdout).toContain('nightly is revoked')
  expect(await statusWith(secret)).toBe(401)
})

it('tells a person what to do with the token, and that it is not kept', async () => {
  const { stdout } = await token('create', 'maria.lopez', '--role', 'approver')

  expect(stdout).toMatch(/^ {2}lw_[\w-]{43}$/m)
  expect(stdout).toContain('cannot be shown again')
})

it('refuses a role that is none, a name twice, and revoking what is not there', async () => {
  await token('create', 'twice', '--role', 'viewer')

  const role = await token('create', 'x', '--role', 'owner')
  const name = await token('create', 'twice', '--role', 'admin')
  const unknown = await token('revoke', 'nobody')

  expect([role.code, name.code, unknown.code]).toEqual([2, 2, 2])
  expect(name.stderr).toContain('[token-name-taken]')
  expect(unknown.stderr).toContain('leadwell token list')
})
