import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { postgresFolders, serverUser } from '#test/private-postgres.ts'
import {
  findBinary,
  freePort,
  type PrivateServer,
  run,
  untilAnswering,
} from '#test/private-server.ts'

/** A Postgres server made to crash. */
export interface OwnPostgres {
  readonly url: string
  /** Stops at once, as after a crash, and starts again on the same data. */
  crash(): Promise<void>
  close(): Promise<void>
}

/**
 * What was committed is in the operating system's memory before the commit is answered, so it outlives
 * any process; only a machine that loses power would need `fsync`.
 */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=on',
  'full_page_writes=on',
  'max_connections=100',
]

export async function startOwnPostgres(parent: string): Promise<OwnPostgres> {
  const user = serverUser()
  const folder = join(parent, 'postgres')
  mkdirSync(folder)
  if (user !== undefined) for (const path of [parent, folder]) chownSync(path, user.uid, user.gid)
  const data = join(folder, 'data')
  const places = postgresFolders()
  const init = ['-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync', '-A', 'trust']
  const asUser = { ...user, cwd: folder }
  execFileSync(findBinary('initdb', places, 'postgresql'), ['-D', data, ...init], {
    ...asUser,
    stdio: 'pipe',
  })
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const sockets = [`unix_socket_directories=${folder}`, 'listen_addresses=127.0.0.1']
  const settings = [...sockets, ...SETTINGS].flatMap((line) => ['-c', line])
  const start = async (): Promise<PrivateServer> => {
    const binary = findBinary('postgres', places, 'postgresql')
    const begun = run(binary, ['-D', data, '-p', String(port), ...settings], asUser)
    await untilAnswering('postgres', begun, () => ping(url))
    return begun
  }
  let server = await start()
  const stop = async (): Promise<void> => {
    const ended = once(server.child, 'exit')
    server.child.kill('SIGQUIT')
    await ended
  }
  return {
    url,
    crash: async () => {
      await stop()
      server = await start()
    },
    close: stop,
  }
}

async function ping(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  await client.end()
}
