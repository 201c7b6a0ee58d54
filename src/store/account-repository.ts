import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { AccountValues, IntentValues, PortalId } from '../ports.ts'
import { toRecord } from './record-repository.ts'
import type { AccountMemberRow, AccountRepository } from './store.ts'
import type { Tables } from './tables.ts'

type MemberRow = Selectable<Tables['records']> & {
  readonly company_id: string
  readonly desired: IntentValues
}

export function createAccountRepository(db: Kysely<Tables>): AccountRepository {
  return {
    waiting: async (portal, at) => {
      const { rows } = await sql<{ waiting: boolean }>`
        select exists (select from stale_accounts where portal = ${portal})
          or exists (${dueAccounts(portal, at)}) as waiting`.execute(db)
      return rows[0]?.waiting ?? false
    },
    take: async (portal, { at, limit }) => {
      // Two who score one organisation at once could leave the older result standing.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`accounts ${portal}`}, 0))`.execute(
        db,
      )
      const { rows } = await sql<{ company_id: string }>`
        with picked as (
          select company_id from (
            select company_id from stale_accounts where portal = ${portal}
            union
            ${dueAccounts(portal, at)}) as waiting
          order by company_id limit ${limit}),
        forgotten as (
          delete from stale_accounts s using picked p
          where s.portal = ${portal} and s.company_id = p.company_id)
        select company_id from picked`.execute(db)
      return rows.map(({ company_id }) => company_id)
    },
    members: async (portal, companyIds) => {
      const { rows } = await sql<MemberRow>`
        select r.*, t.desired from ${companiesTable(portal, companyIds)}
        join records r using (portal, company_id)
        join intents t on t.portal = r.portal and t.object = r.object and t.id = r.id
          and t.organisation_side
        where r.object <> 'company'
        order by r.company_id, r.object, r.id`.execute(db)
      const members = new Map<string, AccountMemberRow[]>()
      for (const row of rows) {
        const member = { record: toRecord(row), values: row.desired }
        const known = members.get(row.company_id)
        if (known === undefined) members.set(row.company_id, [member])
        else known.push(member)
      }
      return members
    },
    values: async (portal, companyIds) => {
      const { rows } = await sql<{ id: string; desired: AccountValues }>`
        select t.id, t.desired from ${companiesTable(portal, companyIds)}
        join intents t on t.portal = k.portal and t.object = 'company' and t.id = k.company_id`.execute(
        db,
      )
      return new Map(rows.map(({ id, desired }) => [id, desired]))
    },
  }
}

/** Of organisations we still have: one that went meanwhile can be neither scored nor settled. */
function dueAccounts(portal: PortalId, at: number): RawBuilder<unknown> {
  return sql`select t.id from intents t join records r using (portal, object, id)
    where t.portal = ${portal} and t.object = 'company' and t.next_change_at <= ${at}`
}

/** `k(portal, company_id)`; the portal stands in every row for the planner's sake, as in `keysTable`. */
function companiesTable(portal: PortalId, companyIds: readonly string[]): RawBuilder<unknown> {
  const portals = companyIds.map(() => portal)
  return sql`unnest(${portals}::text[], ${[...companyIds]}::text[]) as k(portal, company_id)`
}
