import type { Outlook } from '#src/outlook.ts'
import type { FactValue } from '#src/ports.ts'
import { KIND_WORDS } from '#src/scoring/document/activity-words.ts'
import { asWords, counted, signed } from '#src/scoring/document/plain-words.ts'
import type { WhatIf } from '#src/scoring/explain.ts'
import type { PathStep } from '#src/scoring/path-to-tier.ts'
import type { Score } from '#src/scoring/score.ts'
import type { Supposition } from '#src/what-if-argument.ts'
import type { Output } from './output.ts'

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
