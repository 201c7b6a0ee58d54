import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const BANK_FILE = 'bank-full.csv'

/** Named by LEADWELL_BANK_CSV, in this folder or its `data`, or in a `data` folder beside the project. */
export function findBankFile(): string | undefined {
  const named = process.env.LEADWELL_BANK_CSV
  const project = fileURLToPath(new URL('../..', import.meta.url))
  const beside = dirname(project)
  const places = [
    join(process.cwd(), BANK_FILE),
    join(project, 'data', BANK_FILE),
    ...readdirSync(beside).map((folder) => join(beside, folder, 'data', BANK_FILE)),
  ]
  return (named === undefined ? places : [named]).find((place) => existsSync(place))
}
