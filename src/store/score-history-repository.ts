import { type Kysely, type Selectable, sql } from 'kysely'
import type { Facts, PortalId, RecordRef } from '../ports.ts'
import { recordKey } from '../record-key.ts'
import { inStatements, type KeyRow, keysTable, sameKey } from './record-keys.ts'
import type {
  HistoryPage,
  ScoredPerson,
  ScoreHistoryRepository,
  TierEntry,
} from './score-history.ts'
import type { Tables } from './tables.ts'
import { decodeTimeline, encodeTimeline } from './timeline.ts'

type HistoryRow = Selectable<Tables['score_history']>
type Entries = Parameters<ScoreHistoryRepository['reduce']>[1]

interface PresentRow extends KeyRow {
  readonly facts: Facts
  readonly timeline: Buffer
}

export function createScoreHistoryRepository(db: Kysely<Tables>): ScoreHistoryRepository {
  return {
    page: async (portal, page) => {
      const rows = await historyRows(db, portal, page)
      const people = Map.groupBy(rows, recordKey)
      const present = await presentRows(db, portal, [...people.values()].flatMap(firstOf))
      return [...people].flatMap(([key, entries]): ScoredPerson[] => {
        const now = present.get(key)
        const [first] = entries
        if (now === undefined || first === undefined) return []
        return [
          {
            ref: { object: first.object, id: first.id },
            entries: entries.map(toEntry),
            facts: now.facts,
            activities: decodeTimeline(now.timeline),
          },
        ]
      })
    },
    reduce: async (portal, entries) => {
      // One person may have an entry in each tier, and a statement takes each person once.
      for (const ofTier of Map.groupBy(entries, ({ tier }) => tier).values()) {
        for (const batch of inStatements(ofTier, (entry) => entry)) {
          await reduceBatch(db, portal, batch)
        }
      }
    },
  }
}

async function historyRows(
  db: Kysely<Tables>,
  portal: PortalId,
  { after, limit, audience, since }: HistoryPage,
): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    with people as materialized (
      select object, id from (
        select distinct on (object, id) object, id, audience, at from score_history
        where portal = ${portal} and (object, id) > (${after?.object ?? ''}, ${after?.id ?? ''})
        order by object, id, at, tier) as first
      where audience = coalesce(${audience ?? null}, audience) and at >= ${since ?? 0}::bigint
        and exists (select from records r where r.portal = ${portal}
          and r.object = first.object and r.id = first.id)
      order by object, id limit ${limit})
    select h.* from people join score_history h
      on h.portal = ${portal} and h.object = people.object and h.id = people.id
    order by h.object, h.id, h.at, h.tier`.execute(db)
  return rows
}

async function presentRows(
  db: Kysely<Tables>,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<ReadonlyMap<string, PresentRow>> {
  const found = new Map<string, PresentRow>()
  for (const batch of inStatements(refs, (ref) => ref)) {
    const { rows } = await sql<PresentRow>`
      select r.object, r.id, coalesce(c.facts, '{}') || r.facts as facts, r.timeline
      from records r join ${keysTable(portal, batch)} using (portal, object, id)
      left join records c on c.portal = r.portal and c.object = 'company'
        and c.id = r.company_id`.execute(db)
    for (const row of rows) found.set(recordKey(row), row)
  }
  return found
}

async function reduceBatch(db: Kysely<Tables>, portal: PortalId, entries: Entries): Promise<void> {
  await sql`
    with less as (select ${portal}::text as portal, i.* from unnest(
      ${entries.map(({ object }) => object)}::text[],
      ${entries.map(({ id }) => id)}::text[],
      ${entries.map(({ tier }) => tier)}::text[],
      ${entries.map(({ facts }) => JSON.stringify(facts))}::text[],
      ${entries.map(({ activities }) => encodeTimeline(activities))}::bytea[]
    ) as i(object, id, tier, facts, timeline)
    ), locked as materialized (
      select less.* from score_history t join less using (portal, object, id, tier)
      order by t.object, t.id, t.tier for update of t)
    update score_history t set facts = locked.facts::jsonb, timeline = locked.timeline
    from locked where ${sameKey('locked')} and t.tier = locked.tier`.execute(db)
}

function firstOf([first]: readonly HistoryRow[]): readonly HistoryRow[] {
  return first === undefined ? [] : [first]
}

function toEntry(row: HistoryRow): TierEntry {
  const { tier, at, score, fit, engagement, audience, model, facts } = row
  const activities = decodeTimeline(row.timeline)
  return { tier, at, score, fit, engagement, audience, model, facts, activities }
}
