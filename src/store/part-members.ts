import { sql } from 'kysely'
import type { PortalId } from '../ports.ts'
import { createMarkRepository } from './mark-repository.ts'
import type { KeyRow } from './record-keys.ts'
import type { UnitContext } from './unit-of-work.ts'

/**
 * People of organisations that are no more belong to none until they are read again. Only who was
 * parted is marked, so an organisation we may not read never makes its people be read for ever.
 */
export async function partMembers(
  { db, now }: UnitContext,
  portal: PortalId,
  companyIds: readonly string[],
): Promise<void> {
  if (companyIds.length === 0) return
  const { rows } = await sql<KeyRow>`
    update records set company_id = null
    where portal = ${portal} and company_id = any(${[...companyIds]}::text[])
    returning object, id`.execute(db)
  await createMarkRepository(db, now).mark(portal, rows, 'event')
}
