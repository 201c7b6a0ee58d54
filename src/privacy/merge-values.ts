import type { FactValue } from '../ports.ts'
import type { Merge } from './fact-definition.ts'

type Several = readonly [FactValue, ...FactValue[]]

/** One value of what several fields say of one fact. A field that is empty says nothing. */
export function mergeValues(
  merge: Merge,
  values: Several,
  part2ServiceLines: readonly string[],
): FactValue {
  const [first] = values
  switch (merge.by) {
    case 'first':
      return values.find((value) => value !== 'other') ?? first
    case 'any-true':
      return values.includes(true)
    case 'all-true':
      return values.every((value) => value === true)
    case 'strictest':
      return merge.order.find((code) => values.includes(code)) ?? first
    case 'common':
      return inCommon(values)
    case 'earliest':
      return values.reduce((a, b) => (Number(b) < Number(a) ? b : a))
    case 'part2-first':
      return (
        values.find((value) => part2ServiceLines.includes(String(value))) ??
        mergeValues({ by: 'first' }, values, part2ServiceLines)
      )
  }
}

function inCommon(values: Several): readonly string[] {
  const lists = values.map((value) => (typeof value === 'object' ? value : [String(value)]))
  return (lists[0] ?? []).filter((code) => lists.every((list) => list.includes(code)))
}
