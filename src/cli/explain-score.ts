import type { FactValue } from '#src/ports.ts'
import type { ExplainableModel } from '#src/scoring/compile-model.ts'
import { KIND_WORDS } from '#src/scoring/document/activity-words.ts'
import { asWords, counted, signed } from '#src/scoring/document/plain-words.ts'
import {
  explainScore,
  type ScoreExplanation,
  type WhatIf,
  whatIf,
  withActivity,
  withFacts,
} from '#src/scoring/explain.ts'
import type { PathStep } from '#src/scoring/path-to-tier.ts'
import type { Score, Subject } from '#src/scoring/score.ts'
import type { Output } from './output.ts'
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

/** What would matter most to know, what leads to the next tier, and what would be if. */
export function showOutlook({ explanation, asked, whatIf: what }: Outlook, output: Output): void {
  const { missing, path } = explanation
  if (missing.length > 0) output.line('Not known, and would matter most:')
  for (const { fact, upTo } of missing) {
    output.line(`  ${asWords(fact)}: could add up to ${counted(upTo, 'point')}`)
  }
  if (path !== undefined && !path.reachable) {
    output.line(`To ${path.tier}: out of reach. ${path.why}.`)
  }
  if (path?.reachable === true) {
    output.line(`${path.smallest ? 'Shortest way' : 'A way'} to ${path.tier}:`)
    for (const step of path.steps) output.line(`  ${stepInWords(step)}`)
  }
  if (what !== undefined) showWhatIf(what, asked, output)
}

function stepInWords(step: PathStep): string {
  if (step.kind === 'fact') {
    return `${asWords(step.fact)} turns out to be ${inWords(step.value)} (${step.text})`
  }
  const acts = step.acts.map(({ kind, category }) =>
    category === 'other' ? KIND_WORDS[kind].one : `${KIND_WORDS[kind].one} (${asWords(category)})`,
  )
  const times = step.times > 1 ? `, ${step.times} times` : ''
  return `${acts.join(', then ')}${times} (${step.text})`
}

function inWords(value: FactValue): string {
  if (value === true) return 'yes'
  return value === false ? 'no' : String(value)
}

function showWhatIf(
  { before, after, changes }: WhatIf,
  asked: readonly Supposition[],
  output: Output,
): void {
  output.line()
  output.line(output.colour.bold(`If ${asked.map(({ text }) => text).join(' and ')}:`))
  output.line(`  ${brief(before)} → ${brief(after)}`)
  for (const { text, before: was, after: is } of changes) {
    output.line(`  ${signed(is - was)}  ${text} (${signed(was)} → ${signed(is)})`)
  }
  if (changes.length === 0) output.line('  Nothing in the score would change.')
}

function brief({ score, fit, engagement, grade, tier }: Score): string {
  return `score ${score} (fit ${fit}, engagement ${engagement}), grade ${grade}, ${tier}`
}
