import type { Mover } from '#src/model-sets/biggest-movers.ts'
import type { Preview } from '#src/model-sets/preview-models.ts'
import { FRESH_DAYS, type TierOrNone } from '#src/model-sets/preview-report.ts'
import { signed } from '#src/scoring/document/plain-words.ts'
import type { Output } from './output.ts'
import { findingsInWords, showFinding } from './show-findings.ts'

const TIERS = ['sales-ready', 'nurture', 'unqualified', 'none'] as const
const REASONS_SHOWN = 3

/** What a draft would do, for JSON and for people. */
export function showPreview(preview: Preview, output: Output): void {
  output.object(preview)
  if (output.json) return
  output.line(
    output.colour.bold(
      `${preview.portal}, version ${preview.version} (${preview.status}): ${count(preview.records)} people scored in ${preview.seconds} s`,
    ),
  )
  showMatrix(preview, output)
  showPairs('audience', preview.audiences, output)
  showPairs('hold', preview.holds, output)
  showHistogram(preview, output)
  showMovers(preview.movers, output)
  showCosts(preview, output)
  for (const finding of preview.findings) showFinding(`${finding.audience}.yaml`, finding, output)
  output.line(`Check: ${findingsInWords(preview.findings)}.`)
  if (!preview.publishable) output.line('It cannot be approved or published so.')
}

function showMatrix({ matrix, tiers }: Preview, output: Output): void {
  output.line('From the tier they have (left) to the one they would have:')
  const row = (from: TierOrNone) => [
    from,
    ...TIERS.map((to) => count(matrix[`${from}>${to}`] ?? 0)),
    count(tiers[from]?.before ?? 0),
  ]
  const after = ['with the draft', ...TIERS.map((tier) => count(tiers[tier]?.after ?? 0)), '']
  output.table(['', ...TIERS, 'now'], [...TIERS.map(row), after])
}

function showPairs(
  what: string,
  pairs: Readonly<Record<string, { before: number; after: number } | undefined>>,
  output: Output,
): void {
  const ordered = Object.entries(pairs).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const rows = ordered.map(([name, pair]) => [
    name,
    count(pair?.before ?? 0),
    count(pair?.after ?? 0),
  ])
  if (rows.length > 0) output.table([what, 'now', 'with the draft'], rows)
}

function showHistogram({ histogram: { before, after } }: Preview, output: Output): void {
  const rows = before.map((now, bin) => [
    bin === before.length - 1 ? '90–100' : `${bin * 10}–${bin * 10 + 9}`,
    count(now),
    count(after[bin] ?? 0),
  ])
  output.table(['score', 'now', 'with the draft'], rows)
}

function showMovers(movers: readonly Mover[], output: Output): void {
  if (movers.length === 0) {
    output.line('Nobody’s score would move.')
    return
  }
  output.line(`The ${movers.length} whose score would move most:`)
  const rows = movers.map(({ ref, score, tier, reasons }) => [
    `${ref.object} ${ref.id}`,
    `${score.before} → ${score.after}`,
    tier.before === tier.after ? (tier.after ?? '') : `${tier.before} → ${tier.after}`,
    reasons
      .slice(0, REASONS_SHOWN)
      .map(({ text, before, after }) => `${text} (${signed(before)} → ${signed(after)})`)
      .join('; '),
  ])
  output.table(['record', 'score', 'tier', 'why'], rows)
}

function showCosts({ writes, ready }: Preview, output: Output): void {
  output.line(
    `To be written: ${count(writes.records)} records in ${count(writes.calls)} calls, ${writes.minutes} minutes at ${writes.callsPerSecond} calls a second.`,
  )
  output.line(
    `Ready to be called: ${count(ready.ready.before)} now, ${count(ready.ready.after)} with the draft; a day ${ready.aDay.before} now, ${ready.aDay.after} with the draft (of the last ${FRESH_DAYS} days).`,
  )
  if (ready.capacityADay !== undefined) {
    const verdict = ready.exceeds === true ? 'more than the team can take on' : 'within capacity'
    output.line(
      `The team takes on ${ready.capacityADay} a day: ${verdict}; all that are ready come to ${ready.backlogDays} days of work.`,
    )
  }
  output.line('By owner or team: not stored, so not told.')
}

function count(value: number): string {
  return value.toLocaleString('en')
}
