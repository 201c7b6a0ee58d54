import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { TableOptions } from '#src/calibration/table/dataset-builder.ts'
import { PermanentError } from '#src/errors.ts'
import { BANK_FILE, findBankFile } from './bank-file.ts'

export interface Asked extends TableOptions {
  readonly file: string
}

/** `--csv FILE --outcome COLUMN [--positive VALUE] [--exclude "A,B"] [--time COLUMN]`; without, the bank file. */
export function readArguments(args: readonly string[]): Asked {
  const { values } = parse(args)
  const { csv, outcome, positive, time } = values
  const exclude = (values.exclude ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  // The length of a call is known only after it.
  if (csv === undefined) return { file: bankFile(), outcome: 'y', exclude: ['duration'] }
  if (!existsSync(csv)) throw new PermanentError('usage', `There is no file ${csv}.`)
  if (outcome === undefined) {
    const hint = 'Name the column that says whether a record was won: --outcome COLUMN.'
    throw new PermanentError('usage', '--csv needs --outcome.', hint)
  }
  return { file: csv, outcome, positive, exclude, time }
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    return parseArgs({
      args: [...args],
      options: { csv: text, outcome: text, positive: text, exclude: text, time: text },
    })
  } catch (error) {
    throw new PermanentError('usage', error instanceof Error ? error.message : String(error))
  }
}

function bankFile(): string {
  const found = findBankFile()
  if (found !== undefined) return found
  throw new PermanentError(
    'usage',
    `${BANK_FILE} is not here.`,
    `Get it from https://doi.org/10.24432/C5K306 (UCI Bank Marketing, CC BY 4.0) and name it: LEADWELL_BANK_CSV=path/to/${BANK_FILE} npm run bench -- calibrate. Or use a file of your own: --csv FILE --outcome COLUMN.`,
  )
}
