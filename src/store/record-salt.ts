import type { Kysely } from 'kysely'
import { PermanentError } from '../errors.ts'
import type { PortalId } from '../ports.ts'
import type { Tables } from './tables.ts'

/** What the names of a portal's records are salted with. Throws PermanentError `portal-unknown`. */
export async function recordSalt(db: Kysely<Tables>, portal: PortalId): Promise<Buffer> {
  const query = db.selectFrom('portals').select('salt').where('id', '=', portal)
  const row = await query.executeTakeFirst()
  if (row !== undefined) return row.salt
  throw new PermanentError('portal-unknown', `No portal ${portal} is connected.`)
}
