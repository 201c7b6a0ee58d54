import { join } from 'node:path'
import pg from 'pg'
import { readOwner } from '#src/store/embedded/owner-file.ts'
import type { StorePlace } from '#test/test-store.ts'

/** Past the store, as somebody with the database in hands would come to it. */
export async function onDatabase(
  place: Pick<StorePlace, 'databaseUrl' | 'dataDir'>,
  statement: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult> {
  const client = new pg.Client(await addressOf(place))
  await client.connect()
  try {
    return await client.query(statement, [...values])
  } finally {
    await client.end()
  }
}

async function addressOf({
  databaseUrl,
  dataDir,
}: Pick<StorePlace, 'databaseUrl' | 'dataDir'>): Promise<pg.ClientConfig> {
  if (databaseUrl !== undefined) return { connectionString: databaseUrl }
  const owner = await readOwner(join(dataDir, 'postgres.owner'))
  return { host: owner?.socketFolder ?? '', user: 'postgres', database: 'postgres' }
}
