import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { PermanentError } from '../errors.ts'
import type { Tables } from './tables.ts'

const TABLE = 'schema_migrations'

/**
 * Brings the tables up to date; processes starting at once wait for each other (Kysely runs all of it
 * in one transaction behind an advisory lock). Throws PermanentError `store-newer` for tables that a
 * newer version made.
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const applied = await appliedMigrations(db)
  const unknown = applied.filter((name) => !Object.hasOwn(migrations, name))
  if (unknown.length > 0) {
    throw new PermanentError(
      'store-newer',
      `The store was migrated by a newer Leadwell (${unknown.join(', ')}).`,
      'Run that version, or restore the store from before the upgrade.',
    )
  }
  if (applied.length === Object.keys(migrations).length) return
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error instanceof Error ? error : unfinished()
}

function unfinished(): PermanentError {
  return new PermanentError('store-migration-failed', 'The tables could not be brought up to date.')
}

async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows: found } = await sql<{ exists: boolean }>`
    select to_regclass(${TABLE}) is not null as exists`.execute(db)
  if (found[0]?.exists !== true) return []
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)}`.execute(db)
  return rows.map(({ name }) => name)
}
