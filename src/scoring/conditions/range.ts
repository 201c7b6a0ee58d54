import { z } from 'zod'
import { inNumbers } from '../document/plain-words.ts'
import { defineOperator } from './operator.ts'

const Range = z
  .strictObject({ min: z.number().optional(), max: z.number().optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, {
    error: 'needs min, max or both',
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    error: 'has min above max, so nothing is in it',
  })

/** The number is at least `min` and at most `max`; either end may stay open. */
export const range = defineOperator(Range, {
  test: (ends) => {
    const { min, max } = boundsOf(ends)
    return (value) => (typeof value === 'number' ? value >= min && value <= max : undefined)
  },
  inWords: (ends) => [rangeInWords(boundsOf(ends))],
  values: (ends) => {
    const { min, max } = boundsOf(ends)
    return [min - 1, min, Math.ceil(min), max, max + 1].filter(Number.isFinite)
  },
  example: (ends) => exampleIn(boundsOf(ends)),
  reads: () => 'number',
})

interface Bounds {
  readonly min: number
  readonly max: number
}

/** The bounds of a range as written; an open end is infinite. */
export function boundsOf(written: unknown): Bounds {
  const { min = -Infinity, max = Infinity } = written as Partial<Bounds>
  return { min, max }
}

/** "is from 200 to 999", "is 1,000 or more", "is 49 or less". */
function rangeInWords({ min, max }: Bounds): string {
  if (min === max) return `is exactly ${inNumbers(min)}`
  if (max === Infinity) return `is ${inNumbers(min)} or more`
  if (min === -Infinity) return `is ${inNumbers(max)} or less`
  return `is from ${inNumbers(min)} to ${inNumbers(max)}`
}

/** A number people would say: not the very edge where there is room. */
function exampleIn({ min, max }: Bounds): number {
  if (max === Infinity) return min
  if (min === -Infinity) return max
  const middle = Math.round((min + max) / 2)
  return middle >= min && middle <= max ? middle : min
}
