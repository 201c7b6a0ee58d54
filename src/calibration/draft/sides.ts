import { isSafeCount, SMALLEST_CELL } from '../small-cells.ts'
import type { Proportion } from '../statistics/proportions.ts'

/** Won of those like this, and of all others. */
export interface Sides {
  readonly like: Proportion
  readonly others: Proportion
}

export function sidesOf(isLike: Uint8Array, outcome: Uint8Array): Sides {
  const counts = { like: 0, likeWon: 0, won: 0 }
  for (let row = 0; row < outcome.length; row += 1) {
    const [own, won] = [isLike[row] ?? 0, outcome[row] ?? 0]
    counts.like += own
    counts.likeWon += own * won
    counts.won += won
  }
  return {
    like: { count: counts.likeWon, of: counts.like },
    others: { count: counts.won - counts.likeWon, of: outcome.length - counts.like },
  }
}

/** Fewer on one side are left to the judgement of people. */
export function tellsEnough({ like, others }: Sides): boolean {
  return Math.min(like.of, others.of) >= SMALLEST_CELL
}

/** "312 of 2,100 like this were won, 84 of 9,000 others": only of numbers that cannot be somebody. */
export function sidesInWords({ like, others }: Sides): string {
  const cells = [like, others].flatMap(({ count, of }) => [count, of - count])
  if (!cells.every(isSafeCount)) return 'Too few of one kind for their numbers to be shown'
  return `${show(like.count)} of ${show(like.of)} like this were won, ${show(others.count)} of ${show(others.of)} others`
}

const show = (count: number): string => count.toLocaleString('en')
