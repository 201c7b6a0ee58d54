import { Code } from './prepare-entry.ts'

/**
 * Who did it, as the ledger names them: the name of a token, or a person's where it is a code. Names
 * with spaces or signs stay with what was changed, and the ledger says `operator`.
 */
export function actorOf(by: string): string {
  return Code.safeParse(by).success ? by : 'operator'
}
