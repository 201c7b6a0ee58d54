import type { AnalysisSubject } from '#src/analysis/results.ts'

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `21 November 2026`, of UTC. */
export function dayInWords(at: number): string {
  return DATE.format(at)
}

/** `21 November 2026, 14:05 UTC`. */
export function timeInWords(at: number): string {
  return `${dayInWords(at)}, ${new Date(at).toISOString().slice(11, 16)} UTC`
}

export function subjectFacts(
  subject: AnalysisSubject,
): readonly (readonly [name: string, value: string])[] {
  if ('file' in subject) return [['File', subject.file]]
  return [
    ['Portal', subject.portal],
    ['Audience', subject.audience],
  ]
}
