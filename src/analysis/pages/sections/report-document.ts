import type { ReportResult } from '#src/analysis/results.ts'
import { counted, inNumbers } from '#src/scoring/document/plain-words.ts'
import { cellInWords } from '../cell-words.ts'
import type { AnalysisDocument, Section } from '../document.ts'
import { rate } from './cells.ts'
import { fairnessSections } from './fairness-sections.ts'
import { scoreSection } from './score-section.ts'
import { segmentSection } from './segment-section.ts'
import { dayInWords, timeInWords } from './subject-words.ts'
import { thresholdSection } from './threshold-section.ts'
import { tierSections } from './tier-sections.ts'

export function reportDocument(result: ReportResult): AnalysisDocument {
  const { portal, at, since, knownAfterDays, thresholds, scores } = result
  const several = thresholds.length > 1
  return {
    title: 'What became of the scored records',
    facts: [
      ['Portal', portal],
      ['Scored', since === undefined ? 'all that are kept' : `from ${dayInWords(since)} on`],
      ...agesOf(knownAfterDays),
      ...beforeOf(result),
      ['Made', timeInWords(at)],
    ],
    tone: 'notice',
    headline: headlineOf(result),
    reasons: reasonsOf(result),
    sections: [
      ...tierSections(result),
      scoreSection(scores),
      ...thresholds.map(({ audience, proposal }) =>
        thresholdSection(proposal, several ? `, ${audience}` : ''),
      ),
      segmentSection(result),
      ...fairnessSections(result),
      reviewSection(result),
    ].filter((section) => section !== undefined),
  }
}

function agesOf(days: ReportResult['knownAfterDays']): readonly (readonly [string, string])[] {
  const ages = Object.entries(days).map(([audience, age]) => `${audience} ${age} days`)
  return ages.length === 0 ? [] : [['Outcome known after', ages.join(', ')]]
}

/** Their tiers are what the models would have said, which whoever compares them with the CRM has to know. */
function beforeOf({ thereBefore }: ReportResult): readonly (readonly [string, string])[] {
  if (thereBefore === 0) return []
  const those = `${inNumbers(thereBefore)} records, counted from when they could first be worked, in the tier the models of today would have given them then`
  return [['There before Leadwell', those]]
}

function rowNamed({ report }: ReportResult, by: 'all' | 'tier', group: string) {
  return report.tables.find((table) => table.by === by)?.rows.find((row) => row.group === group)
}

function headlineOf(result: ReportResult): string {
  const won = rowNamed(result, 'tier', 'sales-ready')?.won
  if (won === undefined) return 'Too few records to say how many are won'
  const { main, aside } = cellInWords(rate(won))
  const of = won.over.length > 2 ? 'all tiers together' : won.over.join(' and ')
  return `Of ${of}, ${main} are won ${aside}`
}

function reasonsOf(result: ReportResult): readonly string[] {
  const all = rowNamed(result, 'all', 'all records')
  const low = result.fairness.flatMap(({ report }) =>
    report.attributes.flatMap(({ groups }) =>
      groups.filter(({ belowFourFifths }) => belowFourFifths),
    ),
  )
  return [
    ...(all?.won === undefined
      ? []
      : [`Of all records, ${cellInWords(rate(all.won)).main} are won.`]),
    ...(all?.contactedInTime === undefined
      ? []
      : [
          `Of those contacted, ${cellInWords(rate(all.contactedInTime)).main} were contacted within five minutes.`,
        ]),
    ...(low.length === 0
      ? []
      : [
          `The fairness audit found ${counted(low.length, 'selection rate')} below four fifths of the largest group's: look closer.`,
        ]),
  ]
}

function reviewSection({ report }: ReportResult): Section | undefined {
  if (report.review === undefined) return undefined
  return {
    title: 'Cases to review',
    sentences: [
      'Sales-ready records that were old enough to know and were not won, spread over time. They were asked for.',
    ],
    ...(report.review.length === 0
      ? {}
      : { table: { head: ['Record'], rows: report.review.map((id) => [id]) } }),
  }
}
