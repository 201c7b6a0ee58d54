import type { Limits, Line } from '../compiled-axis.ts'
import { literal } from './scope.ts'

/** A line whose points and time are code. */
export type LineParts = Pick<Line, 'axis' | 'kind' | 'group' | 'rule' | 'text'> & {
  readonly points: string
  readonly at: string
}

/** Code that puts a line on `lines`; keys in one order for all, as the closures have them. */
export function pushLine({ axis, kind, group, rule, points, text, at }: LineParts): string {
  const said = `group: ${literal(group)}, rule: ${literal(rule)}, points: ${points}`
  return `lines.push({ axis: '${axis}', kind: '${kind}', ${said}, text: ${literal(text)}, at: ${at} });`
}

/** Code that holds a variable between a floor and a cap, with a line for what that changes. */
export function hold(
  sum: string,
  axis: 'fit' | 'engagement',
  group: string,
  limits: Limits,
): string {
  const { cap, floor, capText, floorText } = limits
  const line = { axis, group, rule: group, at: 'undefined' } as const
  const capped = pushLine({ ...line, kind: 'cap', points: `${cap} - ${sum}`, text: capText })
  const raised = pushLine({
    ...line,
    kind: 'floor',
    points: `${literal(floor)} - ${sum}`,
    text: floorText,
  })
  return `if (${sum} > ${cap}) { ${capped} ${sum} = ${cap}; }
else if (${sum} < ${floor}) { ${raised} ${sum} = ${floor}; }`
}
