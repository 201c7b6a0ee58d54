import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import pg from 'pg'
import { findCanaries, type Sighting } from './canaries.ts'

/** Every row of every table as text, bytes in hexadecimal; only for a Postgres server. */
export async function searchDatabase(url: string): Promise<readonly Sighting[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const sightings: Sighting[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      sightings.push(
        ...findCanaries(`table ${name}`, Buffer.from(rows.map((r) => r.row).join('\n'))),
      )
    }
    return sightings
  } finally {
    await client.end()
  }
}

/** Every key with all it holds, whatever its type. */
export async function searchRedis(redis: Redis): Promise<readonly Sighting[]> {
  const sightings: Sighting[] = []
  for await (const keys of redis.scanStream({ count: 500 })) {
    for (const key of keys as string[]) {
      const held = JSON.stringify(await valueOf(redis, key))
      sightings.push(...findCanaries(`Redis ${key}`, Buffer.from(`${key}\n${held}`)))
    }
  }
  return sightings
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key)
    case 'hash':
      return redis.hgetall(key)
    case 'list':
      return redis.lrange(key, 0, -1)
    case 'set':
      return redis.smembers(key)
    case 'zset':
      return redis.zrange(key, '0', '-1', 'WITHSCORES')
    case 'stream':
      return redis.xrange(key, '-', '+')
    default:
      return null
  }
}

/** Every byte of every file under a folder: database pages, write-ahead log, Redis' files. */
export async function searchFolder(folder: string): Promise<readonly Sighting[]> {
  const sightings: Sighting[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    sightings.push(...findCanaries(`file ${entry.name}`, await readFile(path)))
  }
  return sightings
}
