import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { calibrateFile } from '#src/analysis/calibrate-file.ts'
import { PermanentError } from '#src/errors.ts'
import { createProgress } from './csv/progress.ts'
import { readTable } from './csv/read-table.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { fileUnreadable } from './file-unreadable.ts'
import type { Output } from './output.ts'
import { type AnalysisFiles, showAnalyses } from './show-analysis.ts'

export interface FileOptions extends AnalysisFiles {
  readonly outcome?: string | undefined
  readonly positive?: string | undefined
  /** Names of columns, parted by commas. */
  readonly exclude?: string | undefined
  /** Of what would be left out as protected, a proxy or how somebody pays: those to learn from all the same. */
  readonly include?: string | undefined
  readonly time?: string | undefined
}

/** `leadwell calibrate <file.csv> --outcome <column>`: what a file of records with outcomes can teach. */
export async function runCalibrateFile(
  file: string,
  { outcome, positive, exclude, include, time, html, csv }: FileOptions,
  output: Output,
): Promise<ExitCode> {
  if (outcome === undefined) throw outcomeMissing()
  const { size } = await stat(file).catch((error: unknown) => {
    throw fileUnreadable(file, error, 'Give a CSV file, or a portal id such as hubspot:123.')
  })
  const withoutProtected = { keep: namesIn(include) }
  const asked = { outcome, positive, exclude: namesIn(exclude), time, withoutProtected }
  const progress = createProgress(output.stderr, size, 'reading')
  const watching = {
    onBytes: (bytes: number) => progress.advance(bytes),
    warn: (text: string) => void output.stderr.write(text),
  }
  const table = await readTable(file, asked, watching).finally(() => progress.stop())
  const result = calibrateFile(table, { file: basename(file), at: Date.now() })
  await showAnalyses([result], { html, csv }, output)
  return EXIT.ok
}

function namesIn(columns = ''): readonly string[] {
  const names = columns.split(',').map((name) => name.trim())
  return names.filter((name) => name !== '')
}

function outcomeMissing(): PermanentError {
  return new PermanentError(
    'usage',
    'Which column says whether a record was won?',
    'Name it: --outcome COLUMN, and with --positive VALUE the value that stands for won.',
  )
}
