import { type Kysely, type Selectable, sql } from 'kysely'
import { CLAIM, toPending } from './intent-claims.ts'
import { sameKey } from './record-keys.ts'
import type { IntentRepository } from './store.ts'
import type { Tables } from './tables.ts'

type IntentRow = Selectable<Tables['intents']>
type IntentReservations = Pick<IntentRepository, 'reserve' | 'reserved' | 'endReservation'>

/** Claims for a write that outlives the process; the moment they end is their name. */
export function createIntentReservations(
  db: Kysely<Tables>,
  now: () => number,
): IntentReservations {
  return {
    reserve: async (portal, { object, until, limit }) => {
      const at = now()
      await sql`
        with picked as (
          select portal, object, id from intents
          where portal = ${portal} and object = ${object} and pending and parked_code is null
            and claimed_until <= ${at} and next_try_at <= ${at}
          order by id limit ${limit} for update skip locked)
        update intents t set claimed_until = ${until}, ${CLAIM}
        from picked where ${sameKey('picked')}`.execute(db)
    },
    reserved: async (portal, { object, until }) => {
      const { rows } = await sql<IntentRow>`
        select * from intents
        where portal = ${portal} and object = ${object} and claimed_until = ${until}
          and claimed_hash = desired_hash
        order by id`.execute(db)
      return rows.map(toPending)
    },
    endReservation: async (portal, { object, until }) => {
      await sql`
        update intents set claimed_until = 0, claimed_hash = null
        where portal = ${portal} and object = ${object} and claimed_until = ${until}`.execute(db)
      await sql`
        update intents set written_hash = ''
        where portal = ${portal} and object = ${object} and is_cleared(desired)
          and not pending`.execute(db)
    },
  }
}
