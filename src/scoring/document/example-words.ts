import type { Activity, FactValue } from '../../ports.ts'
import type { Subject } from '../score.ts'
import { ABOUT_WORDS, KIND_WORDS } from './activity-words.ts'
import { code, type Inline } from './blocks.ts'
import { agoInWords } from './example.ts'
import { asWords, either, inNumbers } from './plain-words.ts'

/** A made-up record in words: each fact and each activity one line. */
export function subjectInWords(subject: Subject, nowMs: number): readonly (readonly Inline[])[] {
  return [
    ...Object.entries(subject.facts).map(([fact, value]) => factLine(fact, value, nowMs)),
    ...activityLines(subject.activities, nowMs),
  ]
}

/** The same as one text; nothing known and nothing done reads as that. */
export function exampleInWords(subject: Subject, nowMs: number): readonly Inline[] {
  const lines = subjectInWords(subject, nowMs)
  return lines.length === 0 ? ['nothing is known'] : either(lines, 'and')
}

function factLine(fact: string, value: FactValue, nowMs: number): readonly Inline[] {
  const name = asWords(fact)
  if (value === true) return [`${name}: yes`]
  if (value === false) return [`${name}: no`]
  if (typeof value !== 'number') return [`${name}: `, code(String(value))]
  const isDate = fact.endsWith('At')
  return [`${name}: ${isDate ? agoInWords(value, nowMs) : inNumbers(value)}`]
}

function activityLines(activities: readonly Activity[], nowMs: number): readonly Inline[][] {
  const alike = Map.groupBy(activities, ({ kind, category, at }) =>
    [kind, category, agoInWords(at, nowMs)].join('|'),
  )
  return [...alike.values()].map((same) => {
    const [
      { kind, category, at } = { kind: 'form-submitted', category: 'other', at: nowMs } as const,
    ] = same
    const { one, more } = KIND_WORDS[kind]
    const about = category === 'other' ? '' : ` about ${ABOUT_WORDS[category]}`
    return [
      `${same.length === 1 ? one : `${same.length} ${more}`}${about}, ${agoInWords(at, nowMs)}`,
    ]
  })
}
