import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findBinary, freePort, run, stopServer, untilAnswering } from './private-server.ts'

const PASSWORD = 'made-for-this-run'

/** A Postgres server of our own; returns its URL. */
export async function startPostgres(stops: (() => Promise<void>)[]): Promise<string> {
  const places = postgresFolders()
  const initdb = findBinary('initdb', places, 'postgresql')
  const postgres = findBinary('postgres', places, 'postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'leadwell-pg-'))
  const user = serverUser()
  writeFileSync(join(folder, 'password'), PASSWORD)
  if (user !== undefined) {
    for (const path of [folder, join(folder, 'password')]) chownSync(path, user.uid, user.gid)
  }
  const data = join(folder, 'data')
  const port = await freePort()
  stops.push(async () => rmSync(folder, { recursive: true, force: true }))
  const init = ['-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync', '-A', 'scram-sha-256']
  execFileSync(initdb, ['-D', data, ...init, '--pwfile', join(folder, 'password')], {
    ...user,
    cwd: folder,
    stdio: 'pipe',
  })
  const settings = [
    `unix_socket_directories=${folder}`,
    'listen_addresses=127.0.0.1',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'shared_buffers=64MB',
    'max_connections=200',
  ]
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((line) => ['-c', line])]
  const server = run(postgres, args, { ...user, cwd: folder })
  stops[stops.length - 1] = () => stopServer(server.child, 'SIGINT', folder)
  const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`
  await untilAnswering('postgres', server, async () => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    await client.end()
  })
  return url
}

/** Debian keeps the server's own programs off the PATH; the newest version first. */
export function postgresFolders(): readonly string[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  const versions = readdirSync(root).toSorted((a, b) => Number(b) - Number(a))
  return versions.map((version) => join(root, version, 'bin'))
}

/** Postgres refuses to run as root, so root lends it the user its package made. */
export function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}
