import type { Condition } from './bin.ts'

/** "is at least 5", "is web or ads", "is not known". */
export function conditionInWords(condition: Condition): string {
  if (condition.kind === 'missing') return 'is not known'
  if (condition.kind === 'other') return 'is anything else'
  if (condition.kind === 'one-of') return `is ${inList(condition.levels)}`
  const { min, max } = condition
  if (min === -Infinity && max === Infinity) return 'is known'
  if (min === max) return `is ${min}`
  if (min === -Infinity) return `is at most ${max}`
  return max === Infinity ? `is at least ${min}` : `is from ${min} to ${max}`
}

function inList(levels: readonly string[]): string {
  if (levels.length < 2) return levels.join('')
  return `${levels.slice(0, -1).join(', ')} or ${levels.at(-1) ?? ''}`
}
