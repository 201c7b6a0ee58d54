import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_OUTCOMES,
  endsFor,
  parseOutcomes,
  writeOutcomes,
} from '#src/outcomes/outcome-definition.ts'
import { RECORD_FACTS } from '#src/privacy/facts.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'

const parse = (text: string) => parseOutcomes(text, 'outcomes.yaml')

describe('what counts as won and lost', () => {
  it('is the same after it was written for a person and read again', () => {
    expect(parse(writeOutcomes(DEFAULT_OUTCOMES))).toEqual(DEFAULT_OUTCOMES)
  })

  it('is told in the guide in words that are read, for single audiences too', () => {
    const guide = readFileSync(
      new URL('../../../docs/guides/calibration.md', import.meta.url),
      'utf8',
    )
    const [, example = ''] = guide.split('```yaml\n')

    const read = parse(example.split('```')[0] ?? '')

    expect(endsFor(read, 'employer').won).toContainEqual({
      fact: 'leadStatus',
      values: ['converted'],
    })
    expect(endsFor(read, 'employer').lost).toEqual(DEFAULT_OUTCOMES.everyone.lost)
    expect(endsFor(read, 'health-plan')).toEqual(DEFAULT_OUTCOMES.everyone)
  })

  it('ships with facts and codes that there are', () => {
    const known = {
      outcome: 'deal-outcome',
      lifecycle: 'lifecycle',
      leadStatus: 'lead-status',
    } as const
    const signals = Object.values(DEFAULT_OUTCOMES.everyone).flat()
    const asked = signals.filter(({ fact }) => fact !== undefined)
    const dates = asked.flatMap(({ at }) => (at === undefined ? [] : [RECORD_FACTS[at]?.kind.of]))
    const unknown = asked.filter(({ fact = '', values = [] }) => {
      const vocabulary = Object.entries(known).find(([name]) => name === fact)?.[1]
      const codes = vocabulary === undefined ? [] : VOCABULARIES[vocabulary].codes
      return values.some((value) => !codes.some((code) => code === value))
    })

    expect(unknown).toEqual([])
    expect(new Set(dates)).toEqual(new Set(['date']))
  })

  it('is for everyone, but for what an audience has of its own', () => {
    const text = `
everyone:
  won: [{ activity: deal-won }]
  lost: [{ fact: leadStatus, values: unqualified }]
  booked: []
  contacted: []
audiences:
  individual:
    won: [{ fact: outcome, values: [won], at: outcomeAt }, { activity: consult-booked }]
`
    const definition = parse(text)

    expect(endsFor(definition, 'employer').won).toEqual([{ activity: ['deal-won'] }])
    expect(endsFor(definition, 'individual').won).toHaveLength(2)
    expect(endsFor(definition, 'individual').lost).toEqual([
      { fact: 'leadStatus', values: ['unqualified'] },
    ])
  })

  it('is never told by what is held for auditing only', () => {
    const text = 'everyone:\n  won: [{ fact: auditGender, values: [woman] }]\n  lost: []\n'

    expect(() => parse(text)).toThrow(/auditing only and tells no outcome/)
  })

  it('names every mistake with its line', () => {
    const text = `everyone:
  won: [{ activity: deal-one }]
  lost: [{ values: [lost] }]
  booked: [{ activity: demo-booked, at: outcomeAt }]
  contactd: []
`
    expect(() => parse(text)).toThrow(
      expect.objectContaining({
        code: 'outcomes-invalid',
        message: expect.stringMatching(
          /outcomes\.yaml:2 .*deal-won[^]*:3 .*either activity or fact[^]*:4 .*dated by itself[^]*:5 .*contactd/,
        ),
      }),
    )
  })
})
