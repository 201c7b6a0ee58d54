import { expect, it } from 'vitest'
import { TransientError } from '#src/errors.ts'
import { createConnectionPool } from '#src/store/connection-pool.ts'
import { translateQueryErrors } from '#src/store/database-errors.ts'
import { createTestDatabase } from '#test/services.ts'

it('gives up a connection to a server that became a replica, and writes over the next', async () => {
  const connectionString = await createTestDatabase()
  const translate = translateQueryErrors(() => new TransientError('gone', 'Gone.'))
  const pool = createConnectionPool({ connectionString, max: 1 }, translate)
  const run = async (text: string): Promise<void> => {
    const client = await pool.connect()
    try {
      await client.query(text, [])
    } finally {
      client.release()
    }
  }
  await run('set session characteristics as transaction read only')

  const refused = await run('create table somewhere (a int)').catch((error: unknown) => error)
  const second = run('create table somewhere (a int)')

  await expect(second).resolves.toBeUndefined()
  expect(refused).toMatchObject({ code: 'database-25006', name: 'TransientError' })
  await pool.end()
})
