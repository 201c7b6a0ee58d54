import { type RawBuilder, sql } from 'kysely'

/**
 * An insert that notes organisations to be scored again; `changes` selects portal and company id. It
 * goes into the statement that changes what their score is made of: both are kept or neither. Rows
 * are only ever added, one for each note, so that no two statements wait for each other here.
 */
export function noteStale(changes: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into stale_accounts (portal, company_id)
    select distinct portal, company_id from (${changes}) as changes(portal, company_id)
    where company_id is not null`
}
