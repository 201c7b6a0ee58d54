import Table from 'cli-table3'
import type { Hold, Tier } from '#src/ports.ts'
import type { Model } from '#src/scoring/model.ts'
import type { Tally, TierTally } from './tally.ts'

/** What a run of `leadwell score` came to; `--json` prints it as it is. */
export interface ScoreSummary {
  readonly file: string
  readonly out: string
  readonly model: string
  readonly version: number
  readonly scored: number
  readonly skipped: number
  /** Rows under a hold, scored or not, by hold. */
  readonly held: Readonly<Partial<Record<Hold, number>>>
  /** Rows of people who may not be scored; they are in no tier. */
  readonly unscored: number
  readonly seconds: number
  readonly rowsPerSecond: number
  readonly tiers: Readonly<Record<Tier, TierShare>>
  /** Good outcomes over all scored rows; absent when the map names no outcome. */
  readonly rate: number | undefined
}

interface TierShare {
  readonly count: number
  readonly share: number
  readonly won: number | undefined
  readonly rate: number | undefined
}

export function summarise(
  run: { file: string; out: string; model: Model; skipped: number; elapsedMs: number },
  tally: Tally,
  hasOutcome: boolean,
): ScoreSummary {
  const all = Object.values(tally.tiers).reduce(
    (sum, { count, won }) => ({ count: sum.count + count, won: sum.won + won }),
    { count: 0, won: 0 },
  )
  const share = ({ count, won }: TierTally): TierShare => ({
    count,
    share: ratio(count, all.count),
    won: hasOutcome ? won : undefined,
    rate: hasOutcome ? ratio(won, count) : undefined,
  })
  const seconds = run.elapsedMs / 1_000
  return {
    file: run.file,
    out: run.out,
    model: run.model.id,
    version: run.model.version,
    scored: all.count,
    skipped: run.skipped,
    held: Object.fromEntries(tally.held),
    unscored: tally.unscored,
    seconds: Math.round(seconds * 1_000) / 1_000,
    rowsPerSecond: Math.round(all.count / Math.max(seconds, 0.001)),
    tiers: {
      'sales-ready': share(tally.tiers['sales-ready']),
      nurture: share(tally.tiers.nurture),
      unqualified: share(tally.tiers.unqualified),
    },
    rate: hasOutcome ? ratio(all.won, all.count) : undefined,
  }
}

/** A table for people: tiers, counts, shares and, with an outcome, how each tier turned out. */
export function renderSummary(summary: ScoreSummary): string {
  const hasOutcome = summary.rate !== undefined
  const outcomeHead = hasOutcome ? ['outcome', 'rate'] : []
  const table = new Table({
    head: ['tier', 'rows', 'share', ...outcomeHead],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const [tier, { count, share, won, rate }] of Object.entries(summary.tiers)) {
    const outcome = hasOutcome ? [whole(won), percent(rate)] : []
    table.push([tier, whole(count), percent(share), ...outcome])
  }
  const allWon = Object.values(summary.tiers).reduce((sum, { won }) => sum + (won ?? 0), 0)
  const outcome = hasOutcome ? [whole(allWon), percent(summary.rate)] : []
  table.push(['all', whole(summary.scored), percent(summary.scored > 0 ? 1 : 0), ...outcome])
  const skipped = summary.skipped === 0 ? '' : `, ${whole(summary.skipped)} skipped`
  return `${table.toString()}
${whole(summary.scored)} rows scored with ${summary.model} version ${summary.version}${skipped}, ${whole(summary.rowsPerSecond)} rows/s
${heldLine(summary)}written to ${summary.out === '-' ? 'standard output' : summary.out}
`
}

/** "14 rows held, 9 of them not scored: crisis 2, do-not-profile 7, existing-patient 5". */
function heldLine({ held, unscored }: ScoreSummary): string {
  const holds = Object.entries(held)
  if (holds.length === 0) return ''
  const count = holds.reduce((sum, [, rows]) => sum + rows, 0)
  const list = holds.map(([hold, rows]) => `${hold} ${whole(rows)}`).join(', ')
  return `${whole(count)} rows held, ${whole(unscored)} of them not scored: ${list}\n`
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000
}

function whole(value: number | undefined): string {
  return (value ?? 0).toLocaleString('en')
}

function percent(value: number | undefined): string {
  return `${((value ?? 0) * 100).toFixed(1)} %`
}
