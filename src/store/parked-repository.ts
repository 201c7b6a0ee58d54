import { type Kysely, sql } from 'kysely'
import type { PortalId } from '../ports.ts'
import type { ParkedGroup, ParkedRepository, ParkedWork } from './parked-work.ts'
import type { Tables } from './tables.ts'

/** Marks and intents whose tries are used up or that were refused for good. */
export function createParkedRepository(db: Kysely<Tables>): ParkedRepository {
  const all = (portal: PortalId) => sql`
    select 'read' collate "C" as stage, object, id, parked_code collate "C" as code
    from dirty_marks
    where portal = ${portal} and parked_code is not null
    union all
    select 'write', object, id, parked_code collate "C" from intents
    where portal = ${portal} and parked_code is not null`
  return {
    groups: async (portal) => {
      const { rows } = await sql<ParkedGroup>`
        select stage, code, count(*) as count from (${all(portal)}) as parked
        group by stage, code order by count(*) desc, stage, code`.execute(db)
      return rows
    },
    list: async (portal, { code, limit, after }) => {
      const behind =
        after === undefined
          ? sql`true`
          : sql`(stage, code, object, id) >
            (${after.stage}, ${after.code}, ${after.object}, ${after.id})`
      const { rows } = await sql<ParkedWork>`
        select * from (${all(portal)}) as parked
        where (${code ?? null}::text is null or code = ${code ?? null}) and ${behind}
        order by stage, code, object, id limit ${limit}`.execute(db)
      return rows
    },
    of: async (portal, { object, id }) => {
      const { rows } = await sql<ParkedWork>`
        select * from (${all(portal)}) as parked where object = ${object} and id = ${id}
        order by stage`.execute(db)
      return rows
    },
    retry: async (portal, code) => {
      const which = sql`portal = ${portal} and parked_code is not null
        and (${code ?? null}::text is null or parked_code = ${code ?? null})`
      const marks = await sql`
        update dirty_marks set parked_code = null, tries = 0, next_try_at = 0
        where ${which}`.execute(db)
      // What a person filled in otherwise shows no difference to what was written: ask for it anew.
      const intents = await sql`
        update intents set parked_code = null, tries = 0, next_try_at = 0,
          written_hash = case when written_hash is null then null else '' end
        where ${which}`.execute(db)
      return Number(marks.numAffectedRows ?? 0) + Number(intents.numAffectedRows ?? 0)
    },
  }
}
