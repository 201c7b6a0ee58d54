import fc from 'fast-check'
import type { AnalysisResult } from '#src/analysis/results.ts'

/** Words of a closed list, which no model or file can change. */
const CLOSED = new Set(['kind', 'level', 'by', 'split', 'action', 'axis', 'code', 'crm'])

const PIECES = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '&lt;',
  '</style>',
  '</title><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '" onload="alert(1)',
  ']]>',
  '<!--',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\n=1+1',
  '{a|b}',
  'zr0-cls-0',
]

/** Text somebody might put into a model or a header of a file. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces) => pieces.join(''))

/** The result with the text in place of, or behind, every text it has. */
export function withText<Result extends AnalysisResult>(
  result: Result,
  text: string,
  place: 'instead' | 'behind' = 'behind',
): Result {
  return structuredClone(changed(result, '')) as Result

  function changed(value: unknown, key: string): unknown {
    if (typeof value === 'string') {
      if (CLOSED.has(key)) return value
      return place === 'instead' ? text : `${value}${text}`
    }
    if (Array.isArray(value)) return value.map((item) => changed(item, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, own]) => [name, changed(own, name)]),
    )
  }
}
