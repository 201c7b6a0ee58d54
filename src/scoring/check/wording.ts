import { asWords } from '../document/plain-words.ts'
import { ruleEntries } from '../document/rule-entries.ts'
import { shownTexts } from '../shown-texts.ts'
import { clinicalWordsIn } from './clinical-words.ts'
import type { Finding } from './finding.ts'
import type { Lint, LintContext } from './lint.ts'

interface Shown {
  readonly what: string
  readonly text: string
  readonly path: readonly PropertyKey[]
}

/** Words that must not stand in a CRM record: clinical or identifying ones, and those of the language lint. */
export const wording: Lint = (context) =>
  [...shownTexts(context.model), ...inSpanish(context), ...ids(context)].flatMap((shown) => [
    ...clinical(shown, context),
    ...sensitive(shown, context),
    ...avoided(shown, context),
  ])

function inSpanish({ model }: LintContext): readonly Shown[] {
  return Object.entries(model.spanish ?? {}).map(([english, text]) => ({
    what: `The Spanish of "${english}"`,
    text,
    path: ['spanish', english],
  }))
}

/** Ids travel with a score: into exports, logs and wherever a reason goes. */
function ids({ model }: LintContext): readonly Shown[] {
  return ruleEntries(model).map(({ rule: { id }, path }) => ({
    what: `The id "${id}"`,
    text: asWords(id),
    path: [...path, 'id'],
  }))
}

function clinical({ what, text, path }: Shown, { model }: LintContext): readonly Finding[] {
  const found = clinicalWordsIn(text, model.audience)
  if (found.length === 0) return []
  return [
    {
      code: 'clinical-words',
      severity: 'error',
      path,
      message: `${what} tells of health: ${found.map((word) => `"${word}"`).join(', ')}`,
      fix: 'Say what they asked us to do, not why they may need it.',
    },
  ]
}

/** What the detector knows beyond the words above. */
function sensitive(
  { what, text, path }: Shown,
  { model, sensitiveParts }: LintContext,
): readonly Finding[] {
  return sensitiveParts(text)
    .filter(({ found }) => clinicalWordsIn(found, model.audience).length === 0)
    .map(({ kind, found }) => ({
      code: 'sensitive-text',
      severity: 'error',
      path,
      message: `${what} could identify a person or tell of their health: "${found}" (${kind})`,
      fix: 'Leave it out, or say it in general words.',
    }))
}

function avoided({ what, text, path }: Shown, { wordsToAvoid }: LintContext): readonly Finding[] {
  return wordsToAvoid(text).map(({ found, use }) => ({
    code: 'words-to-avoid',
    severity: 'error',
    path,
    message: `${what} says "${found}"`,
    fix: `Say instead: ${use}.`,
  }))
}
