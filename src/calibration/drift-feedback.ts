import type { Tier } from '../ports.ts'
import { firstOfTwo, tiersThenAndNow } from './drift-cells.ts'
import type { DriftSnapshot } from './drift-snapshot.ts'
import type { Finding } from './figures.ts'
import { movedShare, tooFewToTell } from './moved-share.ts'

/** What reps say of the scores, by tier: the share they call useful. */
export function feedbackFindings(
  baseline: DriftSnapshot,
  current: DriftSnapshot,
): readonly Finding[] {
  const blocks = tiersThenAndNow(feedbackOf(baseline), feedbackOf(current)).filter(
    ({ before, after }) => firstOfTwo(before).of > 0 && firstOfTwo(after).of > 0,
  )
  if (blocks.length === 0) return [tooFewToTell('feedback', 'What reps say of the scores')]
  return blocks.map(({ groups, before, after }) =>
    movedShare(
      'feedback',
      `The share reps call useful in ${groups.join(' and ')}`,
      firstOfTwo(after),
      firstOfTwo(before),
      'Ask the reps what is wrong, and look at the reasons on those records.',
    ),
  )
}

function feedbackOf({ feedback }: DriftSnapshot): (tier: Tier) => readonly number[] {
  return (tier) => {
    const own = feedback[tier]
    return [own.useful, own['not-useful'], own.none]
  }
}
