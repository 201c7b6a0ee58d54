import { PermanentError } from '#src/errors.ts'

const LONGEST = 120

/** Throws PermanentError `actor-missing` where nobody is named: a change of models has an author. */
export function whoActs(by: string | undefined): string {
  const name = by?.trim() ?? ''
  if (name !== '' && name.length <= LONGEST) return name
  throw new PermanentError(
    'actor-missing',
    'Somebody has to answer for a change of models.',
    'Name them: --by <name>',
  )
}
