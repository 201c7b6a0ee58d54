import { PermanentError } from '../../errors.ts'
import type { RawColumn } from './column-builder.ts'

/** What "won" is called, the surest first. */
const WON = (
  'won,closed won,closedwon,win,yes,y,true,t,1,1.0,converted,success,successful,' +
  'sold,sale,signed,customer,booked,admitted,subscribed,purchased,bought,accepted,' +
  'positive,ja,si,sí,oui'
).split(',')
const MOST_SHOWN = 8
/** Values of fewer rows are not shown: they might be somebody. */
const LEAST_SHOWN = 11

/** The level that means won. Throws PermanentError `usage` where nobody can tell. */
export function positiveLevel(outcome: RawColumn, positive: string | undefined): number {
  const { levels, name } = outcome
  const plain = levels.map((level) => level.toLowerCase().replaceAll(/[\s_-]+/g, ' '))
  if (positive !== undefined) {
    const wanted = positive.trim()
    const exact = levels.indexOf(wanted)
    const found = exact === -1 ? plain.findIndex((level) => isSame(level, wanted)) : exact
    if (found !== -1) return found
    throw problem(`No row has that value in the outcome column "${name}".`, outcome)
  }
  if (levels.length < 2) {
    throw problem(`The outcome column "${name}" has the same value in every row.`, outcome)
  }
  // Of many numbers, 1 is not a yes; of many letters, neither is T.
  const words = levels.length === 2 ? WON : WON.filter((word) => word.length > 1 && word !== '1.0')
  const found = words.map((word) => plain.indexOf(word)).find((level) => level !== -1)
  if (found !== undefined) return found
  throw problem(`Which value of "${name}" means won cannot be told from its name.`, outcome)
}

function isSame(level: string, wanted: string): boolean {
  if (level === wanted.toLowerCase().replaceAll(/[\s_-]+/g, ' ')) return true
  return level !== '' && wanted !== '' && Number(level) === Number(wanted)
}

function problem(message: string, { levels, codes }: RawColumn): PermanentError {
  const counts = new Map<number, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  const shown = levels
    .map((level, code) => ({ level, rows: counts.get(code) ?? 0 }))
    .filter(({ rows }) => rows >= LEAST_SHOWN)
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, MOST_SHOWN)
    .map(({ level }) => `"${level}"`)
  const has = shown.length === 0 ? '' : ` The column has ${shown.join(', ')}.`
  return new PermanentError(
    'usage',
    message,
    `Name the value that means won: --positive VALUE.${has}`,
  )
}
