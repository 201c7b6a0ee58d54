import type { ReportResult } from '#src/analysis/results.ts'
import type { Cell, Section } from '../document.ts'
import { decimal, rate, whole } from './cells.ts'

/** Segments that close differently from everybody else. */
export function segmentSection({ segments }: ReportResult): Section {
  const { looked, kept, everyoneElse } = segments
  const title = 'Segments'
  if (kept.length === 0) {
    return {
      title,
      sentences: [`${looked} groups were looked at; none closes differently enough to be kept.`],
    }
  }
  const rows: readonly (readonly Cell[])[] = kept.map(
    ({ key, name, records, traits, closing, p }) => [
      name ?? key,
      whole(records),
      traits.join('; '),
      rate(closing),
      p < 0.0001 ? 'below 0.0001' : decimal(p, 4),
    ],
  )
  const rest = everyoneElse && ['everyone else', undefined, '', rate(everyoneElse), undefined]
  return {
    title,
    sentences: [
      `${looked} groups were looked at; these close differently from everybody else, beyond chance and corrected for how many were looked at. A person names and approves them.`,
    ],
    table: {
      head: ['Segment', 'Records', 'What sets it apart', 'Won', 'Chance of no difference'],
      rows: rest === undefined ? rows : [...rows, rest],
    },
  }
}
