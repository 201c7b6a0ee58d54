import type { CalibrationResult } from '#src/analysis/results.ts'
import type { Cell, Section } from '../document.ts'

/** Why a column is left out, in words. */
const WHY: Readonly<Record<string, string>> = {
  constant: 'It is the same in every record.',
  identifier: 'It names the record.',
  'free-text': 'It is free text.',
  date: 'It is a date.',
  excluded: 'It was excluded.',
  leak: 'It knows the outcome.',
  protected: 'Its name tells of something the law protects.',
  proxy: 'Its name tells of something that stands for who people are.',
  payer: 'Its name tells how well somebody can pay.',
}

/** What was learned from and what was not, with the reason. */
export function columnSection({ columns, leaks, orderOfTime }: CalibrationResult): Section {
  const told = new Set(leaks.map(({ column }) => column))
  const rows: readonly (readonly Cell[])[] = [
    ...leaks.map(({ column, kind, what }) => [
      column,
      kind === 'leak' ? 'left out' : 'used, look at it',
      what,
    ]),
    ...columns.leftOut
      .filter(({ column }) => !told.has(column))
      .map(({ column, why }) => [column, 'left out', WHY[why] ?? why]),
    ...columns.calendar.map((column) => [
      column,
      'left out',
      'It tells the time of year rather than the person.',
    ]),
  ]
  const used = columns.used.filter((column) => !told.has(column)).join(', ')
  return {
    title: 'What it was learned from',
    sentences: [
      `Order of time: ${orderOfTime}.`,
      ...(used === '' ? [] : [`Columns that were used: ${used}.`]),
    ],
    ...(rows.length === 0 ? {} : { table: { head: ['Column', 'Use', 'Why'], rows } }),
  }
}
