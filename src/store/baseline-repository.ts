import { type Kysely, sql } from 'kysely'
import type { BaselineRepository } from './drift-baselines.ts'
import type { Tables } from './tables.ts'

export function createBaselineRepository(db: Kysely<Tables>): BaselineRepository {
  return {
    find: (portal, { audience, model }) =>
      db
        .selectFrom('drift_baselines')
        .select(['audience', 'model', 'at', 'snapshot'])
        .where('portal', '=', portal)
        .where('audience', '=', audience)
        .where('model', '=', model)
        .executeTakeFirst(),
    keep: async (portal, { audience, model, at, snapshot }) => {
      await sql`
        insert into drift_baselines (portal, audience, model, at, snapshot)
        values (${portal}, ${audience}, ${model}, ${at}::bigint, ${JSON.stringify(snapshot)}::jsonb)
        on conflict (portal, audience, model)
        do update set at = excluded.at, snapshot = excluded.snapshot`.execute(db)
    },
  }
}
