import type { AnalysisResult } from '#src/analysis/results.ts'
import { cellInWords } from './cell-words.ts'
import type { AnalysisDocument, Cell, Section } from './document.ts'
import { documentOf } from './document-of.ts'
import { plainText } from './plain-text.ts'

/** For a terminal: sentences, then a table where `head` is not empty. */
export interface TextSection {
  readonly title: string
  readonly sentences: readonly string[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A wider cell is broken into lines: a table must fit a terminal. */
const WIDEST = 42
/** With so many columns, intervals go under their numbers. */
const MANY_COLUMNS = 6

/** The answer and its reasons first, then the sections; long details are left to CSV and the page. */
export function analysisTables(result: AnalysisResult): readonly TextSection[] {
  const document = documentOf(result)
  return [
    opening(document),
    ...document.sections.filter(({ isDetail }) => isDetail !== true).map(inText),
  ]
}

function opening({ title, facts, headline, reasons }: AnalysisDocument): TextSection {
  const told = facts.map(([name, value]) => `${name}: ${value}`)
  const sentences = [...told, `${headline}.`, ...reasons].map(plainText)
  return { title, sentences, head: [], rows: [] }
}

function inText({ title, sentences, table }: Section): TextSection {
  const { head, rows } = table ?? { head: [], rows: [] }
  const aside = head.length >= MANY_COLUMNS ? '\n' : ' '
  return {
    title: plainText(title),
    sentences: sentences.map(plainText),
    head: head.map((name) => (head.length >= MANY_COLUMNS ? broken(name, 14) : name)),
    rows: rows.map((row) => row.map((cell) => textOf(cell, aside))),
  }
}

function textOf(cell: Cell, between: string): string {
  if (cell === '') return ''
  const { main, aside } = cellInWords(cell)
  return aside === '' ? broken(main, WIDEST) : `${main}${between}${aside}`
}

/** Lines of whole words. */
function broken(text: string, widest: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= widest) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
