import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analysisCsv } from '#src/analysis/pages/analysis-csv.ts'
import { analysisTables } from '#src/analysis/pages/analysis-tables.ts'
import type { AnalysisResult } from '#src/analysis/results.ts'
import { rateOf } from '#src/calibration/figures.ts'
import { CALIBRATION, REFUSAL } from './calibration-result.ts'
import { DRIFT } from './drift-result.ts'
import { hostileText, withText } from './hostile.ts'
import { REPORT } from './report-result.ts'

const RESULTS: readonly AnalysisResult[] = [CALIBRATION, REFUSAL, REPORT, DRIFT]

const sectionOf = (result: AnalysisResult, title: string) =>
  analysisTables(result).find((section) => section.title === title)

const rowsOf = (csv: string): readonly Record<string, string>[] =>
  parse(csv, { columns: true, bom: true })

describe('an analysis as text', () => {
  it('begins with the answer and its reasons', () => {
    const [first, second] = analysisTables(CALIBRATION)

    expect(first?.sentences).toEqual(
      expect.arrayContaining([
        'The learned points are worth a look.',
        ...CALIBRATION.verdict.reasons,
      ]),
    )
    expect(second?.title).toBe('What a draft would change')
  })

  it('says what is missing where nothing is recommended, and tells no model to be kept that is not there', () => {
    const [first] = analysisTables(REFUSAL)

    expect(first?.sentences).toContain('Nothing is recommended.')
    expect(first?.sentences).toContain('Still needed: about 48 more won records.')
    const kept = { ...REFUSAL, model: 'employer@2' }
    expect(analysisTables(kept)[0]?.sentences).toContain('Keep the present points.')
  })

  it('shows a change beside the present points, and cut-offs as scores', () => {
    const rows = sectionOf(CALIBRATION, 'What a draft would change')?.rows ?? []

    expect(rows[0]?.slice(3, 6)).toEqual(['+25', '+14', 'changed'])
    expect(rows[2]?.slice(3, 6)).toEqual(['–', '−6', 'added'])
    expect(rows[3]?.slice(3, 6)).toEqual(['70', '62', 'changed'])
  })

  it('puts a cut-off into records, wins and a close rate', () => {
    expect(sectionOf(CALIBRATION, 'Cut-offs')?.sentences).toContain(
      'Sales-ready by capacity: with 78 as cut-off: 18 records a week, 10 expected wins, closes at 57 % (54–60 %).',
    )
  })

  it('fits a terminal: no cell is wider than its column may be', () => {
    const widths = RESULTS.flatMap((result) =>
      analysisTables(result).flatMap(({ rows }) =>
        rows.flatMap((row) => row.flatMap((cell) => cell.split('\n').map((line) => line.length))),
      ),
    )

    expect(Math.max(...widths)).toBeLessThanOrEqual(44)
  })

  it('says of which rows together a figure is', () => {
    const [byTier] = REPORT.report.tables.filter(({ by }) => by === 'tier')
    const [row] = byTier?.rows ?? []
    const won = { ...rateOf(30, 100), over: ['sales-ready', 'nurture'] }
    if (byTier === undefined || row?.won === undefined) throw new Error('the fixture has no tiers')
    const result = {
      ...REPORT,
      report: {
        tables: [{ by: 'tier' as const, rows: [{ ...row, won: { ...row.won, ...won } }] }],
      },
    }

    const [shown] = sectionOf(result, 'By tier')?.rows ?? []

    expect(shown?.find((cell) => cell.startsWith('30 %'))).toBe(
      '30 %\n(22–40 %; sales-ready and nurture together)',
    )
  })

  it('puts the notice before the figures of a fairness audit', () => {
    const sections = analysisTables(REPORT).filter(({ title }) => title.startsWith('Fairness: '))

    expect(sections).toHaveLength(2)
    for (const { sentences } of sections) {
      expect(sentences[0]).toBe(REPORT.fairness[0]?.report.notice)
    }
  })

  it('says of each part of an audit whether it is held for that or stands for something', () => {
    const [state, payer] = analysisTables(REPORT).filter(({ title }) =>
      title.startsWith('Fairness'),
    )
    const lines = rowsOf(analysisCsv(REPORT)).filter(({ column }) => column === 'text')

    expect(state?.sentences[1]).toMatch(/^A proxy: /)
    expect(payer?.sentences[1]).toMatch(/^Held for auditing only\./)
    expect(lines).toContainEqual(
      expect.objectContaining({
        section: 'Fairness: Payer type',
        value: expect.stringMatching(/^Held for auditing only\./),
      }),
    )
  })

  it('puts alarms first, each with what to do', () => {
    const rows = sectionOf(DRIFT, 'employer@2, employer')?.rows ?? []

    const levels = rows.map(([level = '']) => ['alarm', 'note', 'held'].indexOf(level))

    expect(levels).toEqual(levels.toSorted((one, two) => one - two))
    expect(rows[0]?.[0]).toBe('alarm')
    expect(rows[0]?.[2]).not.toBe('')
  })

  it('says why there is nothing to compare with', () => {
    const section = sectionOf(DRIFT, 'health-plan@1, health-plan')

    expect(section?.sentences).toContain('Nothing to compare with yet.')
    expect(section?.rows).toEqual([])
  })

  it('passes nothing to a terminal that it would obey', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...RESULTS), (text, result) => {
        const told = analysisTables(withText(result, text)).flatMap(
          ({ title, sentences, head, rows }) => [title, ...sentences, ...[head, ...rows].flat()],
        )

        expect(
          told.filter((line) => /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(line)),
        ).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('an analysis as CSV', () => {
  it('keeps figures as numbers, with their interval and what they were counted from', () => {
    const rows = rowsOf(analysisCsv(CALIBRATION))

    expect(rows).toContainEqual({
      section: 'What a draft would change',
      line: '3',
      row: 'new-facts',
      column: 'Draft',
      value: '-6',
      low: '',
      high: '',
      count: '',
      of: '',
    })
    const won = rows.find(
      ({ section, column }) => section === 'The short card' && column === 'Won of these',
    )
    expect(won).toMatchObject({ count: '312', of: '930' })
    expect(Number(won?.['value'])).toBeCloseTo(312 / 930)
  })

  it('has everything, also what is too long for a terminal, and cases to review where asked for', () => {
    const rows = rowsOf(analysisCsv(CALIBRATION))
    const review = rowsOf(analysisCsv(REPORT)).filter(({ column }) => column === 'Record')

    expect(rows.some(({ section }) => section === 'The full card')).toBe(true)
    expect(review.map(({ value }) => value)).toEqual(REPORT.report.review)
  })

  it('is never a formula to a spreadsheet, whatever stands in the result', () => {
    const signs = fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\n=1', '\u0000=1', '＝1')
    fc.assert(
      fc.property(signs, hostileText, fc.constantFrom(...RESULTS), (sign, text, result) => {
        const rows = rowsOf(analysisCsv(withText(result, sign + text, 'instead')))

        const formulas = rows
          .flatMap((row) => Object.values(row))
          .filter((cell) => /^[\s=+@＝＋－＠-]/.test(cell) && !Number.isFinite(Number(cell)))
        expect(formulas).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
