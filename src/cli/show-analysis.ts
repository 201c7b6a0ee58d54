import { writeFile } from 'node:fs/promises'
import { parse } from 'node:path'
import { analysisCsv } from '#src/analysis/pages/analysis-csv.ts'
import { analysisPage } from '#src/analysis/pages/analysis-page.ts'
import { analysisTables } from '#src/analysis/pages/analysis-tables.ts'
import type { AnalysisResult } from '#src/analysis/results.ts'
import type { Output } from './output.ts'

/** Files to write besides what is printed. */
export interface AnalysisFiles {
  readonly html?: string | undefined
  readonly csv?: string | undefined
}

/** Prints results for people or programs, and writes them as pages and CSV where asked for. */
export async function showAnalyses(
  results: readonly AnalysisResult[],
  { html, csv }: AnalysisFiles,
  output: Output,
): Promise<void> {
  for (const result of results) {
    output.object(result)
    if (!output.json) showTables(result, output)
    const place = (file: string) => (results.length === 1 ? file : fileFor(file, result))
    if (html !== undefined) await write(place(html), await analysisPage(result), output)
    if (csv !== undefined) await write(place(csv), analysisCsv(result), output)
  }
}

function showTables(result: AnalysisResult, output: Output): void {
  for (const { title, sentences, head, rows } of analysisTables(result)) {
    output.line()
    output.line(output.colour.bold(title))
    for (const sentence of sentences) output.line(sentence)
    if (rows.length > 0) output.table(head, rows)
  }
}

async function write(file: string, text: string, output: Output): Promise<void> {
  await writeFile(file, text)
  output.line(`Written: ${file}`)
}

/** Each audience has a file of its own: `report.html` becomes `report-employer.html`. */
function fileFor(file: string, result: AnalysisResult): string {
  const audience =
    result.kind === 'calibration' && 'audience' in result.subject ? result.subject.audience : ''
  const { dir, name, ext } = parse(file)
  return [...(dir === '' ? [] : [dir]), `${name}-${audience}${ext}`].join('/')
}
