import { type Kysely, type Selectable, sql } from 'kysely'
import type { IntentValues, PortalId, RecordObject } from '../ports.ts'
import type { ScoredRecord, ShownResult } from './model-repositories.ts'
import { toRecord } from './record-repository.ts'
import type { Tables } from './tables.ts'

interface ScoredRow extends Selectable<Tables['records']> {
  readonly known: boolean
  readonly score: number | null
  readonly fit: number | null
  readonly engagement: number | null
  readonly grade: IntentValues['grade']
  readonly tier: IntentValues['tier']
  readonly hold: IntentValues['hold']
  readonly audience: IntentValues['audience']
}

/** Notes, the greater part of an intent, stay where they are. */
export async function scoredPage(
  db: Kysely<Tables>,
  portal: PortalId,
  { object, after, limit }: { object: RecordObject; after: string | undefined; limit: number },
): Promise<readonly ScoredRecord[]> {
  const { rows } = await sql<ScoredRow>`
    select r.*, t.id is not null as known,
      (t.desired->>'score')::integer as score, (t.desired->>'fit')::integer as fit,
      (t.desired->>'engagement')::integer as engagement, t.desired->>'grade' as grade,
      t.desired->>'tier' as tier, t.desired->>'hold' as hold, t.desired->>'audience' as audience
    from (select * from records
      where portal = ${portal} and object = ${object} and id > ${after ?? ''}
      order by id limit ${limit}) r
    left join intents t on t.portal = r.portal and t.object = r.object and t.id = r.id
    order by r.id`.execute(db)
  return rows.map((row) => ({ record: toRecord(row), shown: row.known ? shownOf(row) : undefined }))
}

function shownOf(row: ScoredRow): ShownResult {
  const { score, fit, engagement, grade, tier, hold, audience } = row
  return { score, fit, engagement, grade, tier, hold, audience }
}
