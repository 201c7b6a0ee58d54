import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { TableOptions } from '#src/calibration/table/dataset-builder.ts'
import { PermanentError } from '#src/errors.ts'

export interface Asked extends TableOptions {
  readonly file: string
}

const BANK = 'bank-full.csv'

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

/** Named by LEADWELL_BANK_CSV, in this folder or its `data`, or in a `data` folder beside the project. */
function bankFile(): string {
  const named = process.env.LEADWELL_BANK_CSV
  const project = fileURLToPath(new URL('../..', import.meta.url))
  const beside = dirname(project)
  const places = [
    join(process.cwd(), BANK),
    join(project, 'data', BANK),
    ...readdirSync(beside).map((folder) => join(beside, folder, 'data', BANK)),
  ]
  const found = named === undefined ? places.find((place) => existsSync(place)) : named
  if (found !== undefined && existsSync(found)) return found
  throw new PermanentError(
    'usage',
    `${BANK} is not here.`,
    `Get it from https://doi.org/10.24432/C5K306 (UCI Bank Marketing, CC BY 4.0) and name it: LEADWELL_BANK_CSV=path/to/${BANK} npm run bench -- calibrate. Or use a file of your own: --csv FILE --outcome COLUMN.`,
  )
}
