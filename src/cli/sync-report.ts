import type { PortalId, Tier } from '#src/ports.ts'
import type { PortalTally } from '#src/store/store.ts'
import type { Output } from './output.ts'

export interface SyncReport {
  readonly portal: PortalId
  readonly settled: boolean
  readonly tally: PortalTally
  readonly calls: number
  readonly seconds: number
}

const TIER_ROWS: readonly (readonly [Tier, string])[] = [
  ['sales-ready', '  sales-ready'],
  ['nurture', '  nurture'],
  ['unqualified', '  unqualified'],
]

/** One table per portal: what was read, what came of it, what it cost. */
export function reportSync(
  { portal, tally, settled, calls, seconds }: SyncReport,
  output: Output,
): void {
  output.object({ portal, settled, ...tally, calls, seconds })
  output.table(
    [portal, ''],
    [
      ['records read', tally.records],
      ['scored', tally.scored],
      ...TIER_ROWS.map(([tier, label]) => [label, tally.tiers[tier]]),
      ['held (not acted on)', tally.held],
      ['written to the CRM', tally.written],
      ['refused by the CRM', tally.parked],
      ['API calls used', calls],
      ['seconds', seconds.toFixed(1)],
    ],
  )
}
