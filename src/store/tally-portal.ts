import { type Kysely, sql } from 'kysely'
import type { PortalId } from '../ports.ts'
import type { PortalTally } from './store.ts'
import type { Tables } from './tables.ts'

interface Counts {
  readonly records: number
  readonly scored: number
  readonly sales_ready: number
  readonly nurture: number
  readonly unqualified: number
  readonly held: number
  readonly written: number
  readonly parked: number
  readonly pending: number
}

const NOTHING: Counts = {
  records: 0,
  scored: 0,
  sales_ready: 0,
  nurture: 0,
  unqualified: 0,
  held: 0,
  written: 0,
  parked: 0,
  pending: 0,
}

/** Counts for the table a person sees; looked at often, so no values are opened for it. */
export async function tallyPortal(db: Kysely<Tables>, portal: PortalId): Promise<PortalTally> {
  const { rows } = await sql<Counts>`
    select (select count(*) from records where portal = ${portal}) as records,
      count(*) filter (where scored) as scored,
      count(*) filter (where tier = 'sales-ready') as sales_ready,
      count(*) filter (where tier = 'nurture') as nurture,
      count(*) filter (where tier = 'unqualified') as unqualified,
      count(*) filter (where held) as held,
      count(*) filter (where not pending) as written,
      count(*) filter (where pending and parked_code is not null) as parked,
      count(*) filter (where pending and parked_code is null) as pending
    from intents where portal = ${portal}`.execute(db)
  const { sales_ready, nurture, unqualified, ...counts } = rows[0] ?? NOTHING
  return { ...counts, tiers: { 'sales-ready': sales_ready, nurture, unqualified } }
}
