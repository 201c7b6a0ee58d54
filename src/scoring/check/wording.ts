import { asWords } from '../document/plain-words.ts'
import { ruleEntries } from '../document/rule-entries.ts'
import { saidPoints } from '../document/said-points.ts'
import { clinicalWordsIn } from './clinical-words.ts'
import type { Finding } from './finding.ts'
import type { Lint, LintContext } from './lint.ts'

interface Shown {
  readonly what: string
  readonly text: string
  readonly path: readonly PropertyKey[]
}

/** Words that must not stand in a CRM record: clinical ones, and those of the language lint. */
export const wording: Lint = (context) =>
  [...shownToReps(context), ...ids(context)].flatMap((shown) => [
    ...clinical(shown, context),
    ...avoided(shown, context),
  ])

function shownToReps({ model }: LintContext): readonly Shown[] {
  const reasons = saidPoints(model).map(({ id, reason, path }) => ({
    what: `The reason of "${id}"`,
    text: reason,
    path: [...path, 'reason'],
  }))
  const tiers = (['sales-ready', 'nurture', 'unqualified'] as const).flatMap((tier) =>
    (['label', 'theme'] as const).map((key) => ({
      what: `The ${key} of ${tier}`,
      text: model.tiers[tier][key] ?? '',
      path: ['tiers', tier, key],
    })),
  )
  return [...reasons, ...tiers]
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

function avoided({ what, text, path }: Shown, { wordsToAvoid }: LintContext): readonly Finding[] {
  return wordsToAvoid(text).map(({ found, use }) => ({
    code: 'words-to-avoid',
    severity: 'error',
    path,
    message: `${what} says "${found}"`,
    fix: `Say instead: ${use}.`,
  }))
}
