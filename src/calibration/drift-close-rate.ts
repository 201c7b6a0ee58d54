import type { Tier } from '../ports.ts'
import { firstOfTwo, thenAndNow, tiersThenAndNow } from './drift-cells.ts'
import { type DriftSnapshot, TIERS } from './drift-snapshot.ts'
import type { Finding } from './figures.ts'
import { movedShare, movementOf, tooFewToTell } from './moved-share.ts'
import { MOST_HIDDEN, SMALLEST_CELL } from './small-cells.ts'
import type { Proportion } from './statistics/proportions.ts'

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
    ...hidden.flatMap((tier) => hiddenAlarms(tier, baseline, current)),
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
 * A tier that cannot be shown alone, for the few wins in it or beside it, must still raise its alarm. It
 * does so only if every number from none to ten would, or with more won, if it would with ten more or
 * fewer then and now: nobody's outcome can be told from it.
 */
function hiddenAlarms(
  tier: Tier,
  baseline: DriftSnapshot,
  current: DriftSnapshot,
): readonly Finding[] {
  const then = firstOfTwo(outcomesOf(baseline)(tier))
  const now = firstOfTwo(outcomesOf(current)(tier))
  if (then.of < SMALLEST_CELL || now.of < SMALLEST_CELL) return []
  const fell = now.count / now.of < then.count / then.of
  const [less, more] = fell ? [now, then] : [then, now]
  const [most, least] = nearest(less, more)
  if (most.count / most.of >= least.count / least.of) return []
  return movementOf(most, least) === 'moved' ? [hiddenAlarm(tier, fell ? 'fell' : 'rose')] : []
}

/** As near as the two may be without a reader's being able to tell. */
function nearest(less: Proportion, more: Proportion): readonly [Proportion, Proportion] {
  if (less.count < SMALLEST_CELL) return [{ ...less, count: Math.min(less.of, MOST_HIDDEN) }, more]
  const most = Math.min(less.of, less.count + MOST_HIDDEN)
  return [
    { ...less, count: most },
    { ...more, count: Math.max(0, more.count - MOST_HIDDEN) },
  ]
}

function hiddenAlarm(tier: Tier, moved: 'fell' | 'rose'): Finding {
  return {
    code: 'close-rate-moved',
    level: 'alarm',
    what: `The close rate of ${tier} alone ${moved} by more than ten points; fewer than ${SMALLEST_CELL} were won in it or in another tier, so no figures are shown.`,
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
