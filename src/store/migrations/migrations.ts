import type { Migration } from 'kysely/migration'
import { initial } from './0001-initial.ts'
import { accounts } from './0002-accounts.ts'

/** By name, in the order they run. A migration that has shipped is never edited: add the next one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-accounts': accounts,
}
