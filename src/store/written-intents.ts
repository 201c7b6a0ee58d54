import { type Kysely, sql } from 'kysely'
import type { Intent } from '../ports.ts'
import { inStatements, type KeyRow, keysTable, lockedKeys, sameKey } from './record-keys.ts'
import type { IntentRepository, WrittenIntent } from './store.ts'
import type { Tables } from './tables.ts'

type WrittenIntents = Pick<IntentRepository, 'lastWritten' | 'sampleWritten' | 'unwrite'>
type WrittenRow = KeyRow & { desired: Intent['values']; written_at: number }

/** What the CRM was last told, for whoever compares it with what the CRM shows. */
export function createWrittenIntents(db: Kysely<Tables>, now: () => number): WrittenIntents {
  return {
    lastWritten: async (portal, refs) => {
      const found: WrittenIntent[] = []
      for (const batch of inStatements(refs, (ref) => ref)) {
        const { rows } = await sql<WrittenRow>`
          select t.object, t.id, t.desired, t.written_at from intents t
          join ${keysTable(portal, batch)} using (portal, object, id)
          where not t.pending and t.parked_code is null`.execute(db)
        found.push(...rows.map(toWritten))
      }
      return found
    },
    sampleWritten: async (portal, limit) => {
      const { rows } = await sql<WrittenRow>`
        select t.object, t.id, t.desired, t.written_at from intents t
        join (select object, id from intents
          where portal = ${portal} and not pending and parked_code is null
          order by random() limit ${limit}) as picked using (object, id)
        where t.portal = ${portal}`.execute(db)
      return rows.map(toWritten)
    },
    unwrite: async (portal, refs) => {
      for (const batch of inStatements(refs, (ref) => ref)) {
        await sql`
          with ${lockedKeys('intents', portal, batch)}
          update intents t set written_hash = '', intended_at = ${now()}::bigint
          from locked where ${sameKey('locked')} and not t.pending`.execute(db)
      }
    },
  }
}

function toWritten({ object, id, desired, written_at: writtenAt }: WrittenRow): WrittenIntent {
  return { ref: { object, id }, values: desired, writtenAt }
}
