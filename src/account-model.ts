import { readFile } from 'node:fs/promises'
import type { AccountScorer } from './scoring/account/compile-account-model.ts'
import { compileAccountModel } from './scoring/account/compile-account-model.ts'
import { parseAccountModel } from './scoring/account/parse-account-model.ts'

const FILE = new URL('../models/accounts.yaml', import.meta.url)

/** The account model that ships. Throws PermanentError `account-model-invalid` when it was edited wrongly. */
export async function loadAccountModel(): Promise<AccountScorer> {
  return compileAccountModel(
    parseAccountModel(await readFile(FILE, 'utf8'), 'models/accounts.yaml'),
  )
}
