import type { CalibrationResult } from '#src/analysis/results.ts'
import { inNumbers } from '#src/scoring/document/plain-words.ts'
import type { AnalysisDocument } from '../document.ts'
import { cardSections } from './card-sections.ts'
import { changeSection } from './change-section.ts'
import { columnSection } from './column-section.ts'
import { scoreSection } from './score-section.ts'
import { splitSections } from './split-sections.ts'
import { subjectFacts, timeInWords } from './subject-words.ts'
import { thresholdSection } from './threshold-section.ts'
import { tierRateSection } from './tier-rate-section.ts'

export function calibrationDocument(result: CalibrationResult): AnalysisDocument {
  const { subject, at, model, verdict, thresholds, scores } = result
  const splits = result.splits.toSorted((one, two) => rank(one.split) - rank(two.split))
  return {
    title: 'What closed-won teaches about the points',
    facts: [
      ...subjectFacts(subject),
      ...(model === undefined ? [] : [['Model in force', model] as const]),
      ['Records', countsInWords(result)],
      ['Made', timeInWords(at)],
    ],
    tone: verdict.recommend ? 'good' : 'notice',
    headline: headlineOf(result),
    reasons: [...verdict.reasons, ...missingInWords(result)],
    sections: [
      changeSection(result),
      ...(thresholds === undefined ? [] : [thresholdSection(thresholds)]),
      ...splits.flatMap((split, index) => splitSections(split, index === 0)),
      tierRateSection(result),
      scoreSection(scores),
      columnSection(result),
      ...cardSections(result),
    ].filter((section) => section !== undefined),
  }
}

/** What counts comes first. */
const rank = (split: 'time' | 'random'): number => (split === 'time' ? 0 : 1)

function headlineOf({ verdict, model }: CalibrationResult): string {
  if (verdict.recommend) return 'The learned points are worth a look'
  return model === undefined ? 'Nothing is recommended' : 'Keep the present points'
}

function countsInWords({ cases, knownAfterDays }: CalibrationResult): string {
  const few = (name: 'won' | 'notWon' | 'open'): boolean =>
    cases.tooFewToShow?.includes(name) ?? false
  const won = few('won') ? 'fewer than 11' : inNumbers(cases.won)
  const known =
    few('won') || few('notWon')
      ? `${won} won and ${few('notWon') ? 'fewer than 11' : inNumbers(cases.records - cases.won)} not won, old enough to know`
      : `${inNumbers(cases.records)} old enough to know, ${won} of them won`
  const open = cases.open === 0 ? '' : `; ${inNumbers(cases.open)} still open`
  const age = knownAfterDays === undefined ? '' : ` (known after ${inNumbers(knownAfterDays)} days)`
  return `${known}${age}${open}`
}

function missingInWords({ verdict }: CalibrationResult): readonly string[] {
  if (verdict.winsMissing === 0) return []
  return [`Still needed: about ${inNumbers(verdict.winsMissing)} more won records.`]
}
