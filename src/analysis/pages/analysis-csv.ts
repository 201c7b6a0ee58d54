import { stringify } from 'csv-stringify/sync'
import type { AnalysisResult } from '#src/analysis/results.ts'
import { cellInWords } from './cell-words.ts'
import type { AnalysisDocument, Cell, Section } from './document.ts'
import { documentOf } from './document-of.ts'
import { plainText } from './plain-text.ts'

const HEAD = ['section', 'line', 'row', 'column', 'value', 'low', 'high', 'count', 'of']

type Line = readonly (string | number | undefined)[]

/**
 * One long table, a line for each figure or sentence, to filter by section and to pivot. Shares are
 * 0–1, `low` and `high` are the ends of the 95 % interval, `count` of `of` is what a share was
 * counted from; a figure that is not known or not shown has no value.
 */
export function analysisCsv(result: AnalysisResult): string {
  const document = documentOf(result)
  const lines = [...openingLines(document), ...document.sections.flatMap(sectionLines)]
  // Texts come from models and files: none may become a formula where this is opened.
  // Without the mark at its beginning, Excel takes UTF-8 for something older.
  return stringify([HEAD, ...lines.map(filled)], { bom: true, escape_formulas: true })
}

/** Every line has all columns, as RFC 4180 asks. */
function filled(line: Line): Line {
  return HEAD.map((_, column) => line[column])
}

function openingLines({ title, facts, headline, reasons }: AnalysisDocument): readonly Line[] {
  const told: readonly (readonly [string, string])[] = [
    ...facts,
    ['answer', headline],
    ...reasons.map((reason) => ['reason', reason] as const),
  ]
  return told.map(([name, value], at) => [title, at + 1, name, 'text', plainText(value)])
}

function sectionLines({ title, sentences, table }: Section): readonly Line[] {
  const section = plainText(title)
  const { head, rows } = table ?? { head: [], rows: [] }
  // The first cell names the row, unless it is all there is.
  const first = head.length > 1 ? 1 : 0
  return [
    ...sentences.map((sentence) => [section, '', '', 'text', plainText(sentence)]),
    ...rows.flatMap((row, at) =>
      row.slice(first).map((cell, column) => {
        const name = cellInWords(row[0]).main
        return [section, at + 1, name, head[column + first] ?? '', ...figuresOf(cell)]
      }),
    ),
  ]
}

function figuresOf(cell: Cell): Line {
  if (cell === undefined) return []
  if (typeof cell === 'string') return [plainText(cell)]
  const { value, low, high, count, of } = cell
  return [value, low, high, count, of].map((figure) => figure && rounded(figure))
}

/** Beyond what is meant: 0.1 + 0.2 need not be 0.30000000000000004 in a cell. */
function rounded(figure: number): number {
  return Number(figure.toPrecision(12))
}
