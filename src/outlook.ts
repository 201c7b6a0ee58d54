import type { ExplainableModel } from './scoring/compile-model.ts'
import {
  explainScore,
  type ScoreExplanation,
  type WhatIf,
  whatIf,
  withActivity,
  withFacts,
} from './scoring/explain.ts'
import type { Score, Subject } from './scoring/score.ts'
import type { Supposition } from './what-if-argument.ts'

/** What is known of a score beyond its reasons, for JSON and for people. */
export interface Outlook {
  readonly explanation: ScoreExplanation
  readonly asked: readonly Supposition[]
  /** All that was asked come true at once; `undefined` where nothing was. */
  readonly whatIf: WhatIf | undefined
}

/** Works out what is missing, what leads on, and what would be if all that is supposed came true now. */
export function outlookOf(
  model: ExplainableModel,
  subject: Subject,
  { suppositions, now }: { suppositions: readonly Supposition[]; now: number },
): Outlook {
  const explanation = explainScore(model, subject, now)
  if (suppositions.length === 0) return { explanation, asked: [], whatIf: undefined }
  const supposed = suppositions.reduce((so, one) => suppose(so, one, now), subject)
  return { explanation, asked: suppositions, whatIf: whatIf(model, subject, supposed, now) }
}

function suppose(subject: Subject, supposition: Supposition, now: number): Subject {
  if (supposition.as === 'fact') {
    return withFacts(subject, { [supposition.fact]: supposition.value })
  }
  const { kind, category } = supposition.activity
  return withActivity(subject, kind, category, now)
}

/** The same as one object for programs. */
export function outlookObject({ explanation, asked, whatIf: what }: Outlook) {
  const shown = ({ score, fit, engagement, grade, tier }: Score) => ({
    score,
    fit,
    engagement,
    grade,
    tier,
  })
  return {
    lines: explanation.lines,
    missing: explanation.missing,
    path: explanation.path ?? null,
    ...(what === undefined
      ? {}
      : {
          whatIf: {
            if: asked.map(({ text }) => text),
            before: shown(what.before),
            after: shown(what.after),
            changes: what.changes,
          },
        }),
  }
}
