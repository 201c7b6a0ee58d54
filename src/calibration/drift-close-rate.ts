import type { Tier } from '../ports.ts'
import { firstOfTwo, thenAndNow, tiersThenAndNow } from './drift-cells.ts'
import { type DriftSnapshot, TIERS } from './drift-snapshot.ts'
import type { Finding } from './figures.ts'
import { movedShare, movementOf, tooFewToTell } from './moved-share.ts'
import { SMALLEST_CELL } from './small-cells.ts'

const TODO = 'Backtest the model on the recent records and compare a learned draft.'

/** Per tier, or per neighbouring tiers where one alone has too few to show. */
export function closeRateFindings(
  baseline: DriftSnapshot,
  current: DriftSnapshot,
): readonly Finding[] {
  const blocks = tiersThenAndNow(outcomesOf(baseline), outcomesOf(current))
  const shown = blocks.map(({ groups, before, after }) =>
    movedShare(
      'close-rate',
      `The close rate of ${groups.join(' and ')}`,
      firstOfTwo(after),
      firstOfTwo(before),
      TODO,
    ),
  )
  const alone = new Set(blocks.flatMap(({ groups }) => (groups.length === 1 ? groups : [])))
  const hidden = TIERS.filter((tier) => !alone.has(tier))
  return [
    ...(shown.length > 0 ? shown : [tooFewToTell('close-rate', 'The close rate by tier')]),
    ...hidden.filter((tier) => surelyFell(tier, baseline, current)).map(hiddenAlarm),
  ]
}

export function baseRateFinding(baseline: DriftSnapshot, current: DriftSnapshot): Finding {
  const all = [{ groups: ['all'], before: totals(baseline), after: totals(current) }]
  const [block] = thenAndNow(all)
  if (block === undefined) return tooFewToTell('base-rate', 'The close rate of all records')
  return movedShare(
    'base-rate',
    'The close rate of all records',
    firstOfTwo(block.after),
    firstOfTwo(block.before),
    'Recalibrate: the same score now means another chance.',
  )
}

/**
 * A tier whose few wins cannot be shown alone must still raise its alarm. It does so only if every
 * number from none to ten would: all the alarm tells of the number is that it is one of these.
 */
function surelyFell(tier: Tier, baseline: DriftSnapshot, current: DriftSnapshot): boolean {
  const [then, now] = [
    firstOfTwo(outcomesOf(baseline)(tier)),
    firstOfTwo(outcomesOf(current)(tier)),
  ]
  const most = SMALLEST_CELL - 1
  if (then.count < SMALLEST_CELL || now.of < SMALLEST_CELL || now.count > most) return false
  if (then.count / then.of <= most / now.of) return false
  return movementOf({ count: most, of: now.of }, then) === 'moved'
}

function hiddenAlarm(tier: Tier): Finding {
  return {
    code: 'close-rate-moved',
    level: 'alarm',
    what: `The close rate of ${tier} alone fell by more than ten points; fewer than ${SMALLEST_CELL} were won, so no figures are shown.`,
    figures: {},
    todo: TODO,
  }
}

function outcomesOf({ outcomes }: DriftSnapshot): (tier: Tier) => readonly number[] {
  return (tier) => {
    const own = outcomes[tier]
    return [own.won, own['not-won'], own['too-young']]
  }
}

function totals(snapshot: DriftSnapshot): readonly number[] {
  const rows = TIERS.map(outcomesOf(snapshot))
  return [0, 1, 2].map((at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))
}
