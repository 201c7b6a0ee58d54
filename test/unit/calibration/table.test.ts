import { describe, expect, it } from 'vitest'
import { DatasetBuilder, type TableOptions } from '#src/calibration/table/dataset-builder.ts'
import { readDate, readNumber } from '#src/calibration/table/read-value.ts'
import type { PermanentError } from '#src/errors.ts'

/** A table of so many rows, each column from a function of the row number. */
function tableOf(
  columns: Readonly<Record<string, (row: number) => string>>,
  options: Partial<TableOptions> = {},
  rows = 200,
) {
  const builder = new DatasetBuilder(Object.keys(columns), { outcome: 'won', ...options })
  for (let row = 0; row < rows; row += 1) {
    builder.add(Object.values(columns).map((value) => value(row)))
  }
  return builder.finish()
}

const won = (row: number): string => (row % 4 === 0 ? 'yes' : 'no')
const oneOf =
  (...values: readonly string[]) =>
  (row: number): string =>
    values[(row * 7) % values.length] ?? ''

function refusal(action: () => unknown): PermanentError {
  try {
    action()
  } catch (error) {
    if (error instanceof Error && error.name === 'PermanentError') return error as PermanentError
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('typing the columns of a file', () => {
  it('tells numbers from codes and keeps what is missing missing', () => {
    const { data } = tableOf({
      size: oneOf('12', 'NULL', '1,200', '$7.50'),
      source: oneOf('web', '', 'ads'),
      won,
    })

    const [size, source] = data.columns
    expect(size).toMatchObject({ kind: 'number', decimals: 1 })
    expect(size?.kind === 'number' && size.values.slice(0, 4)).toEqual(
      Float64Array.of(12, 7.5, 1200, NaN),
    )
    expect(source).toMatchObject({ kind: 'code', levels: ['web', 'ads'] })
    expect(source?.kind === 'code' && source.codes.slice(0, 3)).toEqual(Int16Array.of(0, -1, 1))
  })

  it.each([
    ['-3.5', -3.5],
    ['1e3', 1000],
    ['12 %', 12],
    ['3,5', 3.5],
    ['1,234,567', 1_234_567],
    ['€ 20', 20],
    ['A1', undefined],
    ['1.2.3', undefined],
    ['12-34', undefined],
  ])('reads %s as a number or not', (text, expected) => {
    expect(readNumber(text)).toBe(expected)
  })

  it.each([
    ['2026-03-09', true],
    ['2026-03-09T10:15:00Z', true],
    ['9/3/26', true],
    ['09.03.2026 10:15', true],
    ['9 March 2026', true],
    ['09-Mar-26', true],
    ['Mar 9, 2026', true],
    ['2026-13-45', false],
    ['March 2026', false],
    ['555-123-4567', false],
    ['9 lives 2026', false],
  ])('reads %s as a date or not', (text, expected) => {
    expect(readDate(text) !== undefined).toBe(expected)
  })

  it('leaves out what names a row, tells of no row, or is text, and says so', () => {
    const { data, leftOut } = tableOf({
      customer_no: (row) => String(50_000 + row * 3),
      email: (row) => `person${row}@example.org`,
      country: () => 'US',
      empty: () => '',
      note: (row) => `They asked about plan ${row} and times`,
      created: (row) => `2026-01-${String(1 + (row % 28)).padStart(2, '0')}`,
      source: oneOf('web', 'ads'),
      won,
    })

    expect(data.columns.map(({ name }) => name)).toEqual(['source'])
    expect(Object.fromEntries(leftOut.map(({ column, why }) => [column, why]))).toEqual({
      customer_no: 'identifier',
      email: 'identifier',
      country: 'constant',
      empty: 'constant',
      note: 'free-text',
      created: 'date',
    })
  })

  it('leaves out what the law protects, what stands for it and who pays how, unless asked for', () => {
    const yesOrNo = oneOf('a', 'b', 'c')
    const columns = {
      Gender: yesOrNo,
      'Age Band': yesOrNo,
      preferredLanguage: yesOrNo,
      'Zip Code': yesOrNo,
      insurance_type: yesOrNo,
      'Company Age': yesOrNo,
      'Lead State': yesOrNo,
      'Last Page Visited': yesOrNo,
      won,
    }

    const { data, leftOut } = tableOf(columns, { withoutProtected: { keep: ['Zip Code'] } })

    expect(leftOut.map(({ column, why }) => [column, why])).toEqual([
      ['Gender', 'protected'],
      ['Age Band', 'protected'],
      ['preferredLanguage', 'proxy'],
      ['insurance_type', 'payer'],
    ])
    expect(data.columns.map(({ name }) => name)).toEqual([
      'Zip Code',
      'Company Age',
      'Lead State',
      'Last Page Visited',
    ])
    expect(tableOf(columns).leftOut).toEqual([])
    expect(
      refusal(() => tableOf(columns, { withoutProtected: { keep: ['Zip'] } })).message,
    ).toContain('"Zip"')
  })

  it('keeps amounts although nearly all differ, and a column that is a yes or nothing', () => {
    const { data } = tableOf({
      revenue: (row) => (row * 13.37).toFixed(2),
      balance: (row) => String(((row * 7_919) % 200) ** 2),
      number_of_visits: (row) => String((row * 31) % 150),
      newsletter: oneOf('yes', ''),
      won,
    })

    expect(data.columns.map(({ name }) => name)).toEqual([
      'revenue',
      'balance',
      'number_of_visits',
      'newsletter',
    ])
  })

  it('knows calendar columns by name or by what is in them, and no others', () => {
    const { calendar } = tableOf({
      month: oneOf('3', '4', '5'),
      'Day Of Week': oneOf('1', '2', '3'),
      entered: oneOf('jan', 'feb', 'mar'),
      quarter_of_year: oneOf('1', '2'),
      days_since_visit: oneOf('3', '9', '27'),
      monthly_spend: oneOf('30', '90'),
      month_tenure: oneOf('3', '9'),
      won,
    })

    expect(calendar).toEqual(['month', 'Day Of Week', 'entered', 'quarter_of_year'])
  })

  it('takes the only complete date for the order of time, day and month whichever way round', () => {
    const { data, timeColumn } = tableOf({
      source: oneOf('web', 'ads'),
      created: (row) => `${String(1 + (row % 28)).padStart(2, '0')}/02/2026 10:30`,
      won,
    })

    expect(timeColumn).toBe('created')
    expect((data.time?.[1] ?? 0) - (data.time?.[0] ?? 0)).toBe(1)
    expect(new Date((data.time?.[0] ?? 0) * 86_400_000).toISOString()).toBe(
      '2026-02-01T10:30:00.000Z',
    )
  })
})

describe('the outcome of a file', () => {
  it.each([
    ['yes', 'no'],
    ['Y', 'N'],
    ['1', '0'],
    ['TRUE', 'FALSE'],
    ['Closed Won', 'Closed Lost'],
    ['Converted', 'Not yet'],
  ])('takes %s rather than %s for won', (positive, negative) => {
    const { data } = tableOf({ a: oneOf('x', 'z'), won: oneOf(negative, positive) })

    expect(data.outcome.slice(0, 4)).toEqual(Uint8Array.of(0, 1, 0, 1))
  })

  it('asks where it cannot tell, with the values to choose from', () => {
    const error = refusal(() => tableOf({ a: oneOf('x', 'z'), won: oneOf('blue', 'red') }))

    expect(error.code).toBe('usage')
    expect(error.hint).toContain('--positive')
    expect(error.hint).toContain('"blue"')
  })

  it('does not take the 1 of many numbers for a yes', () => {
    const error = refusal(() => tableOf({ a: oneOf('x', 'z'), won: oneOf('0', '1', '2', '3') }))

    expect(error.code).toBe('usage')
  })

  it('never shows a value that few rows have', () => {
    const error = refusal(() =>
      tableOf({
        a: oneOf('x'),
        won: (row) => (row === 5 ? 'Ann Smith' : oneOf('blue', 'red')(row)),
      }),
    )

    expect(error.hint).not.toContain('Ann')
  })

  it('can be told, and need not be told the exact spelling', () => {
    const { data } = tableOf({ a: oneOf('x', 'z'), won: oneOf('Blue', 'Red') }, { positive: 'red' })

    expect(data.outcome.slice(0, 2)).toEqual(Uint8Array.of(0, 1))
  })

  it('counts records without an outcome neither as won nor as lost', () => {
    const { data, withoutOutcome } = tableOf({
      a: oneOf('x', 'z'),
      size: (row) => String(row),
      won: oneOf('yes', 'no', ''),
    })

    expect(withoutOutcome + data.rows).toBe(200)
    expect(withoutOutcome).toBeGreaterThan(60)
    expect(data.columns[0]?.kind === 'code' && data.columns[0].codes.length).toBe(data.rows)
  })

  it('names the columns there are when asked for one there is not', () => {
    const error = refusal(() => tableOf({ a: oneOf('x'), won }, { exclude: ['b'] }))

    expect(error.message).toContain('"b"')
    expect(error.hint).toContain('"a"')
  })
})
