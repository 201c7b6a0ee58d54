import { shownTexts } from '../shown-texts.ts'
import type { Finding } from './finding.ts'
import type { Lint } from './lint.ts'

/** Texts without Spanish in a model that has it for others: a note would mix two languages. */
export const missingSpanish: Lint = ({ model }) => {
  const { spanish = {} } = model
  if (Object.keys(spanish).length === 0) return []
  return shownTexts(model)
    .filter(({ text }) => !Object.hasOwn(spanish, text))
    .map(
      ({ what, text, path }): Finding => ({
        code: 'missing-spanish',
        severity: 'warning',
        path,
        message: `${what} has no Spanish, though other texts have: "${text}"`,
        fix: 'Add it to spanish at the end of the model.',
      }),
    )
}
