import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadShippedLists } from '#src/models.ts'
import type { VocabularyName } from '#src/privacy/vocabularies.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'
import { textOf } from './shipped.ts'

const lists = await loadShippedLists()

/** The vocabulary each list speaks. */
const VOCABULARY_OF: Readonly<Record<string, VocabularyName>> = {
  'benefits-advisers': 'role',
  'benefits-decision-makers': 'role',
  'budget-holders': 'role',
  'clinical-leaders': 'role',
  'early-career': 'role',
  'network-decision-makers': 'role',
  'placing-roles': 'role',
  'provider-decision-makers': 'role',
  'referring-clinicians': 'role',
  'behavioral-health-organisations': 'organisation-type',
  'benefits-organisations': 'organisation-type',
  'health-plan-organisations': 'organisation-type',
  'referral-organisations': 'organisation-type',
  'free-mail': 'email-class',
  'student-addresses': 'email-class',
  'service-lines-offered': 'service-line',
  'states-served': 'us-state',
  'target-industries': 'industry',
}

/** A value as a CRM would hold it: words of an address list are the ends of addresses. */
function valueOf(word: string, vocabulary: VocabularyName): string {
  if (vocabulary !== 'email-class') return word
  return word === 'edu' ? 'somebody@college.edu' : `somebody@${endOf(word)}`
}

function endOf(word: string): string {
  return /^(?:edu|ac|k12)\./.test(word) ? `college.${word}` : word
}

describe('the lists that ship', () => {
  it('are the files of the folder, each named by its id', () => {
    const files = readdirSync(new URL('../../../models/lists/', import.meta.url))

    expect([...lists.keys()].map((id) => `${id}.yaml`)).toEqual(files.toSorted())
    expect([...lists.keys()].toSorted()).toEqual(Object.keys(VOCABULARY_OF).toSorted())
  })

  it.each(Object.entries(VOCABULARY_OF))(
    '%s holds codes of the %s vocabulary',
    (id, vocabulary) => {
      const { codes = [], description = '' } = lists.get(id) ?? {}

      expect(
        codes.filter((code) => !VOCABULARIES[vocabulary].codes.includes(String(code))),
      ).toEqual([])
      expect(new Set(codes).size).toBe(codes.length)
      expect(description.length).toBeGreaterThan(40)
    },
  )

  it.each(Object.entries(VOCABULARY_OF))(
    '%s matches a text by its words just when the CRM value would have matched by its code',
    (id, vocabulary) => {
      const { codes = [], words = [] } = lists.get(id) ?? {}
      const otherwise = words.filter(
        (word) => !codes.includes(VOCABULARIES[vocabulary].code(valueOf(word, vocabulary))),
      )

      expect(otherwise).toEqual([])
    },
  )

  it('count no state less than another until somebody edits the list', () => {
    const { codes = [] } = lists.get('states-served') ?? {}

    expect(codes).toHaveLength(51)
  })

  it('are used by a model or the audience rules, but for the one kept for your own models', () => {
    const texts = [
      'individual',
      'employer',
      'health-plan',
      'referral-partner',
      'provider-org',
      'audiences',
    ].map(textOf)
    const unused = [...lists.keys()].filter(
      (id) => !texts.some((text) => text.includes(`file: ${id} `)),
    )

    expect(unused).toEqual(['free-mail'])
  })
})
