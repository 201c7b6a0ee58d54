import type { Kysely } from 'kysely'
import type { AuditRepository } from './store.ts'
import type { Tables } from './tables.ts'

export function createAuditRepository(db: Kysely<Tables>, now: () => number): AuditRepository {
  return {
    append: async ({ portal, actor, action, detail }) => {
      const entry = { at: now(), portal: portal ?? null, actor, action }
      await db
        .insertInto('audit')
        .values({ ...entry, detail: JSON.stringify(detail) })
        .execute()
    },
    list: async ({ portal, limit }) => {
      const query = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit)
      const rows = await (portal === undefined
        ? query
        : query.where('portal', '=', portal)
      ).execute()
      return rows.map((row) => ({
        at: row.at,
        portal: row.portal ?? undefined,
        actor: row.actor,
        action: row.action,
        detail: row.detail,
      }))
    },
  }
}
