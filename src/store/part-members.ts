import { sql } from 'kysely'
import type { PortalId } from '../ports.ts'
import { createMarkRepository } from './mark-repository.ts'
import { type KeyRow, sameKey } from './record-keys.ts'
import type { UnitContext } from './unit-of-work.ts'

/**
 * People of organisations that are no more belong to none until they are read again. Only of those that
 * were here is anybody marked, so an organisation we may not read never makes its people be read for ever.
 * Whoever joined this very moment and is being scored is not waited for: reading them parts them.
 */
export async function partMembers(
  { db, now }: UnitContext,
  portal: PortalId,
  companyIds: readonly string[],
): Promise<void> {
  if (companyIds.length === 0) return
  const { rows } = await sql<KeyRow>`
    with members as materialized (
      select portal, object, id from records
      where portal = ${portal} and company_id = any(${[...companyIds]}::text[])),
    picked as materialized (
      select r.portal, r.object, r.id from records r join members using (portal, object, id)
      order by r.object, r.id for update of r skip locked),
    parted as (
      update records t set company_id = null from picked where ${sameKey('picked')})
    select object, id from members`.execute(db)
  await createMarkRepository(db, now).mark(portal, rows, 'event')
}
