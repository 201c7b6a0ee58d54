import { type RawBuilder, sql } from 'kysely'
import { NOT_IN_HISTORY } from '../privacy/history-facts.ts'

/**
 * An insert of the first time each person stood in a tier, with what was known of them at that moment;
 * `scored` selects portal, object, id and the values desired. It goes into the statement that sets
 * those values, so nobody is ever scored without it, and a repetition changes nothing.
 */
export function keepHistory(scored: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into score_history
      (portal, object, id, tier, at, score, fit, engagement, audience, model, facts, timeline)
    select s.portal, s.object, s.id, s.desired->>'tier', (s.desired->>'scoredAt')::bigint,
      (s.desired->>'score')::integer, (s.desired->>'fit')::integer,
      (s.desired->>'engagement')::integer, s.desired->>'audience', s.desired->>'model',
      (coalesce(c.facts, '{}') || r.facts) - array[${sql.join(NOT_IN_HISTORY.map((fact) => sql.lit(fact)))}],
      r.timeline
    from (${scored}) as s(portal, object, id, desired)
    join records r on r.portal = s.portal and r.object = s.object and r.id = s.id
    left join records c on c.portal = r.portal and c.object = 'company' and c.id = r.company_id
    where s.object <> 'company' and s.desired->>'tier' is not null
      and s.desired->>'scoredAt' is not null
      and not exists (select from score_history h where h.portal = s.portal
        and h.object = s.object and h.id = s.id and h.tier = s.desired->>'tier')
    order by s.object, s.id
    on conflict do nothing`
}

/** A delete of the history of people who may not be scored any more, of the same `scored`. */
export function dropHistory(scored: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`delete from score_history h using (
      select t.portal, t.object, t.id, t.tier
      from (${scored}) as s(portal, object, id, desired)
      join score_history t on t.portal = s.portal and t.object = s.object and t.id = s.id
      where s.desired->>'tier' is null
      order by t.object, t.id, t.tier for update of t) as locked
    where h.portal = locked.portal and h.object = locked.object and h.id = locked.id
      and h.tier = locked.tier`
}
