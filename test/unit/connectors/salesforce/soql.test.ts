import { isQueryValid, parseQuery } from '@jetstreamapp/soql-parser-js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anyOf,
  compare,
  idIn,
  isFlag,
  literal,
  select,
  since,
} from '#connectors/salesforce/querying/soql.ts'
import { LEAD_1, LEAD_2 } from './harness.ts'

describe('a literal', () => {
  test('cannot end the string it stands in', () => {
    expect(literal("O'Brien\\")).toBe("'O\\'Brien\\\\'")
    expect(literal('two\nlines')).toBe("'two\\nlines'")
  })

  test('is one string to a SOQL parser, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const soql = select({ fields: ['Id'], from: 'Lead', where: [compare('Name', '=', text)] })

        expect(isQueryValid(soql)).toBe(true)
        expect(parseQuery(soql).where).toMatchObject({ left: { field: 'Name', operator: '=' } })
      }),
    )
  })
})

test('refuses names and ids that would break out of a query', () => {
  expect(() => select({ fields: ['Id FROM User'], from: 'Lead' })).toThrow('name')
  expect(() => idIn('Id', ["') OR Name != ('"])).toThrow('id')
})

test('rounds a time down, so that no row is left out', () => {
  expect(since('SystemModstamp', Date.UTC(2026, 0, 2, 3, 4, 5, 678))).toBe(
    'SystemModstamp >= 2026-01-02T03:04:05Z',
  )
})

test('builds queries a SOQL parser understands', () => {
  const soql = select({
    fields: ['Id', 'Individual.ShouldForget'],
    from: 'Lead',
    where: [
      isFlag('IsConverted', false),
      anyOf([idIn('LeadId', [LEAD_1, LEAD_2]), idIn('ContactId', [LEAD_1])]),
      since('SystemModstamp', 0),
    ],
    orderBy: ['SystemModstamp', 'Id'],
    limit: 1000,
  })

  expect(isQueryValid(soql)).toBe(true)
  expect(soql).toBe(
    `SELECT Id, Individual.ShouldForget FROM Lead WHERE IsConverted = false AND (LeadId IN ('${LEAD_1}','${LEAD_2}') OR ContactId IN ('${LEAD_1}')) AND SystemModstamp >= 1970-01-01T00:00:00Z ORDER BY SystemModstamp, Id LIMIT 1000`,
  )
})
