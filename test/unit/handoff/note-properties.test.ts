import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import { TEXTS_IN } from '#src/handoff/texts/texts-in.ts'
import { NOTE_LIMIT, writeHandoffNote } from '#src/handoff/write-handoff-note.ts'
import { loadShippedModels } from '#src/models.ts'
import {
  ACTIVITY_CATEGORIES,
  ACTIVITY_KINDS,
  type Facts,
  type FactValue,
  NEXT_ACTIONS,
  type NoteLanguage,
  type SafeRecord,
} from '#src/ports.ts'
import { detect } from '#src/privacy/detector/detect.ts'
import { RECORD_FACTS } from '#src/privacy/facts.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'
import { clinicalWordsIn } from '#src/scoring/check/clinical-words.ts'
import { consentOf, DAY, input, LANGUAGES, NOW, reason, SCORE, SCORED } from './note-input.ts'

const PART2_ON_FILE: Facts = {
  part2Elements: VOCABULARIES['part2-elements'].codes.filter((code) => code !== 'other'),
}
const anyActivity = fc.record({
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  category: fc.constantFrom(...ACTIVITY_CATEGORIES),
  at: fc.integer({ min: NOW - 900 * DAY, max: NOW }),
})
type Definitions = typeof RECORD_FACTS

function factsOf(definitions: Definitions): fc.Arbitrary<Facts> {
  const kinds = Object.entries(definitions).map(([fact, { kind }]) => [fact, anyOf(kind)] as const)
  return fc
    .record(Object.fromEntries(kinds), { requiredKeys: [] })
    .map((facts) =>
      Object.fromEntries(
        Object.entries(facts).flatMap(([fact, value]) =>
          value === undefined ? [] : [[fact, value]],
        ),
      ),
    )
}

const OPEN: Definitions = Object.fromEntries(
  Object.entries(RECORD_FACTS).filter(
    ([, { category }]) => !['consent', 'part2', 'safety'].includes(category),
  ),
)
/** Half of them of people who may be scored and reached: among random consents hardly anybody may. */
const anyFacts: fc.Arbitrary<Facts> = fc.oneof(
  factsOf(RECORD_FACTS),
  factsOf(OPEN).map((facts) => ({ ...facts, ageBand: 'adult', ...PART2_ON_FILE })),
)
const anyLanguage = fc.constantFrom(...LANGUAGES)

function anyOf(kind: Definitions[string]['kind']): fc.Arbitrary<FactValue> {
  switch (kind.of) {
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: 0, max: 5_000 })
    case 'date':
      return fc.integer({ min: NOW - 900 * DAY, max: NOW + 90 * DAY })
    case 'code':
      return fc.constantFrom(...VOCABULARIES[kind.vocabulary].codes)
    case 'code-list':
      return fc.subarray([...VOCABULARIES[kind.vocabulary].codes])
  }
}

/** Names of services, and what would tell them, in either language. */
const SERVICES =
  /outpatient|telehealth|partial[ -]hospital|residential|substance|detox|workplace|ambulatori|telesalud|hospitaliza|residencial|sustancias/i

/** Dates are what a note is meant to tell. */
function detectedIn(text: string): readonly string[] {
  return detect(text)
    .filter(({ kind }) => kind !== 'date')
    .map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
}

const { models, audienceOf } = await loadShippedModels()
const decider = createDecider({ models, audienceOf })

function recordOf(facts: Facts, activities: SafeRecord['activities']): SafeRecord {
  const record = { object: 'contact', id: '1', facts, activities, companyId: undefined }
  // Only privacy makes safe records; these are random codes of its vocabularies.
  return { ...record, fingerprint: '' } as unknown as SafeRecord
}

function decisionFor(
  facts: Facts,
  { activities = [], language = 'en', now = NOW }: Partial<DecisionContext> = {},
) {
  const policy = { ...DEFAULT_POLICY, noteLanguage: language }
  const record = recordOf(facts, activities)
  return decider.decide({ record, companyFacts: undefined, previous: undefined, policy, now })
    .values
}

interface DecisionContext {
  readonly activities: SafeRecord['activities']
  readonly language: NoteLanguage
  readonly now: number
}

describe('every note', () => {
  it('names no service, no condition and no finding, whatever is known', () => {
    const anything = [anyFacts, fc.array(anyActivity, { maxLength: 12 }), anyLanguage] as const
    let scored = 0
    fc.assert(
      fc.property(...anything, (facts, activities, language) => {
        const { handoffNote, topReason, audience } = decisionFor(
          { ...facts, crisis: false },
          { activities, language },
        )

        scored += topReason === null ? 0 : 1
        expect(`${handoffNote} ${topReason}`).not.toMatch(SERVICES)
        expect(detectedIn(`${handoffNote}\n${topReason}`)).toEqual([])
        expect(clinicalWordsIn(handoffNote ?? '', audience ?? 'individual')).toEqual([])
        expect(clinicalWordsIn(topReason ?? '', audience ?? 'individual')).toEqual([])
      }),
      { numRuns: 1_000 },
    )
    expect(scored).toBeGreaterThan(400)
  })

  it('of a crisis is the one fixed sentence, whatever else is known', () => {
    const anything = [anyFacts, fc.array(anyActivity, { maxLength: 12 }), anyLanguage] as const
    fc.assert(
      fc.property(...anything, (facts, activities, language) => {
        const { handoffNote } = decisionFor({ ...facts, crisis: true }, { activities, language })

        expect(handoffNote).toBe(TEXTS_IN[language].consent.crisis)
      }),
    )
  })

  it('is whole lines in at most 1,200 characters, with the score, the hold, the channels and the notice', () => {
    const anyReason = fc
      .record({ points: fc.integer({ min: -60, max: 60 }), text: fc.lorem({ maxCount: 40 }) })
      .map(({ points, text }) => reason(points, text))
    const anyInput = fc.record({
      facts: anyFacts.map((facts) => ({ ...facts, crisis: false })),
      activities: fc.array(anyActivity, { maxLength: 40 }),
      reasons: fc.array(anyReason, { maxLength: 12 }),
      theme: fc.option(fc.lorem({ maxCount: 60 }), { nil: undefined }),
      nextAction: fc.constantFrom(...NEXT_ACTIONS),
      language: anyLanguage,
    })

    fc.assert(
      fc.property(anyInput, ({ reasons, theme, ...rest }) => {
        const consent = consentOf(rest.facts)
        const advice = { ...SCORED.advice, theme }
        const scored = { ...SCORED, advice, score: { ...SCORE, reasons } }
        const note = writeHandoffNote(input({ ...rest, consent, scored }))
        const told = TEXTS_IN[rest.language].consent

        expect(note.length).toBeLessThanOrEqual(NOTE_LIMIT)
        expect(note.includes('72')).toBe(consent.mayScore)
        expect(note).toContain(told.noneAllowed.split(':')[0])
        expect(note.includes(told.part2Notice)).toBe(consent.part2 && consent.mayScore)
        for (const line of note.split('\n').filter((text) => text !== '')) {
          expect(line).toMatch(/[."?]$|^[A-ZÉÓ ]+(?:\([a-zéñ ]+\))?$|^(?:SAY|DIGA)/)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('tells at most five dated lines of what happened', () => {
    fc.assert(
      fc.property(fc.array(anyActivity, { maxLength: 60 }), (many) => {
        const note = writeHandoffNote(input({ activities: many }))

        const told = note.split('\n\n').find((section) => section.startsWith('WHAT HAPPENED')) ?? ''
        expect(told.split('\n').filter((text) => /^\d/.test(text)).length).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('has points that add up to all that counted, however many lines there was room for', () => {
    const anyReason = fc
      .record({
        points: fc.integer({ min: -60, max: 60 }),
        text: fc.lorem({ maxCount: 40 }),
        kind: fc.constantFrom('rule', 'rule', 'adjustment', 'cap', 'floor'),
      })
      .map(({ points, text, kind }) => ({ ...reason(points, text), kind }))

    fc.assert(
      fc.property(fc.array(anyReason, { maxLength: 12 }), anyLanguage, (reasons, language) => {
        const scored = { ...SCORED, score: { ...SCORE, reasons } }
        const note = writeHandoffNote(input({ scored, language }))
        const shown = note.match(/^[+-]\d+(?= )/gm) ?? []

        // Without room for any of them nothing adds up to anything else either.
        if (shown.length === 0 && reasons.some(({ points }) => points !== 0)) return
        expect(shown.reduce((sum, points) => sum + Number(points), 0)).toBe(
          reasons.reduce((sum, { points }) => sum + points, 0),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('is the same at any hour while the decision is the same', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyLanguage,
        fc.integer({ min: 0, max: 900 }),
        (facts, language, hours) => {
          const consent = consentOf(facts)
          const first = input({ facts, consent, language })
          const later = { ...first, now: NOW + hours * 3_600_000 }

          expect(writeHandoffNote(later)).toBe(writeHandoffNote(first))
        },
      ),
    )
  })
})
