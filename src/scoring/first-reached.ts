/** A look at the curve: where it was taken and what it said. */
interface Look {
  readonly second: number
  readonly value: number
}

/** What a falling value is to come to: about here, and exactly where `isReached` says so. */
interface Goal {
  readonly at: number
  readonly isReached: (value: number) => boolean
}

/** After so many aimed guesses the stretch is halved once: no curve takes longer than by halving alone. */
const AIMED = 3
/** How far the second look lies from the first: long enough for fading to show. */
const STEP_SECONDS = 86_400

/**
 * The first whole second after `first` at which a curve that never rises has reached the goal: not yet
 * at `first`, but at `last`. What fades is close to exponential, so two looks tell nearly where
 * it will be: some eight looks, where halving a thousand years takes thirty-five.
 */
export function firstReached(
  curve: (second: number) => number,
  goal: Goal,
  first: Look,
  last: number,
): number {
  let above = first
  let below = last
  let before: Look = first
  for (let tries = 1; below - above.second > 1; tries += 1) {
    const aimed = tries === 1 ? first.second + STEP_SECONDS : aim(before, above, goal.at)
    const halved = tries % (AIMED + 1) === 0
    const guess = halved ? above.second + (below - above.second) / 2 : aimed
    const second = Math.min(below - 1, Math.max(above.second + 1, Math.ceil(guess)))
    const value = curve(second)
    if (goal.isReached(value)) {
      below = second
      // A look past the goal tells as much of the curve as one before it.
      before = { second, value }
    } else {
      before = above
      above = { second, value }
    }
  }
  return below
}

/** Where the exponential through two looks meets the goal; a straight line where there is none. */
function aim(one: Look, other: Look, goal: number): number {
  const apart = other.second - one.second
  const isFading = one.value > 0 && other.value > 0 && goal > 0 && one.value !== other.value
  if (isFading) {
    const rate = Math.log(other.value / one.value) / apart
    return other.second + Math.log(goal / other.value) / rate
  }
  if (one.value === other.value) return Infinity
  return other.second + ((goal - other.value) * apart) / (other.value - one.value)
}
