import { type Finding, percent } from './figures.ts'
import { Z_99 } from './statistics/normal.ts'
import { differenceOfProportions, type Proportion } from './statistics/proportions.ts'

/** A share that moves further than this, 0–1, matters. */
const FAR = 0.1

type Movement = 'moved' | 'may-have-moved' | 'held' | 'too-few-to-tell'

/**
 * Moved: further than ten points, and not by chance. Somebody looks every day, so chance has many tries:
 * by the 95 % interval that is shown, more than half of portals in which nothing moves would have an
 * alarm within a year.
 */
export function movementOf(current: Proportion, baseline: Proportion): Movement {
  if (current.of === 0 || baseline.of === 0) return 'too-few-to-tell'
  const { difference, low, high } = differenceOfProportions(current, baseline, Z_99)
  if (Math.abs(difference) <= FAR) return 'held'
  return low > 0 || high < 0 ? 'moved' : 'may-have-moved'
}

const LEVELS = {
  moved: 'alarm',
  'may-have-moved': 'note',
  held: 'ok',
  'too-few-to-tell': 'note',
} as const satisfies Record<Movement, Finding['level']>

/** A finding of a share now and at the baseline. `subject` continues as `… moved from 30 % to 12 %`. */
export function movedShare(
  topic: string,
  subject: string,
  current: Proportion,
  baseline: Proportion,
  todo: string,
): Finding {
  const movement = movementOf(current, baseline)
  if (movement === 'too-few-to-tell') return tooFewToTell(topic, subject)
  const { difference, low, high } = differenceOfProportions(current, baseline)
  const [now, before] = [current.count / current.of, baseline.count / baseline.of]
  const level = LEVELS[movement]
  return {
    code: `${topic}-${movement}`,
    level,
    what: `${subject} ${WORDS[movement]} ${percent(before)} to ${percent(now)} (95 % interval of the change: ${points(low)} to ${points(high)}).`,
    figures: {
      baseline: before,
      current: now,
      difference,
      low,
      high,
      records: current.of,
      recordsBefore: baseline.of,
    },
    ...(level === 'ok' ? {} : { todo }),
  }
}

export function tooFewToTell(topic: string, subject: string): Finding {
  return {
    code: `${topic}-too-few-to-tell`,
    level: 'note',
    what: `${subject}: too few records, then or now, to tell or to show.`,
    figures: {},
  }
}

const WORDS = {
  moved: 'moved from',
  'may-have-moved': 'went from',
  held: 'held, from',
} as const

function points(change: number): string {
  const whole = Math.round(change * 100)
  return `${whole > 0 ? '+' : ''}${whole} points`
}
