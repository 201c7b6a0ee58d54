import { describe, expect, it } from 'vitest'
import { AVOID_USE_TABLE } from '#src/handoff/avoid-use-table.ts'
import { lintText } from '#src/handoff/language-lint.ts'
import { SPANISH_AVOID_USE_TABLE } from '#src/handoff/spanish-avoid-use-table.ts'
import { ENGLISH_CASES } from './english-cases.ts'
import { SPANISH_CASES } from './spanish-cases.ts'

describe.each([
  ['en', AVOID_USE_TABLE, ENGLISH_CASES],
  ['es', SPANISH_AVOID_USE_TABLE, SPANISH_CASES],
] as const)('the language lint (%s)', (language, table, cases) => {
  it('has cases for every row of the table, failing and passing', () => {
    expect(Object.keys(cases).sort()).toEqual(table.map(({ id }) => id).sort())
    expect(
      Object.values(cases)
        .flat()
        .map((texts) => texts.length),
    ).not.toContain(0)
  })

  const failing = Object.entries(cases).flatMap(([row, [avoid]]) =>
    avoid.map((text) => [row, text] as const),
  )

  it.each(failing)('%s: objects to %j', (row, text) => {
    expect(lintText(text, language).map((finding) => finding.row)).toContain(row)
    expect(lintText(text).map((finding) => finding.row)).toContain(row)
    expect(lintText(text.toUpperCase(), language).map((finding) => finding.row)).toContain(row)
  })

  it.each(Object.values(cases).flatMap(([, use]) => use))('has nothing against %j', (text) => {
    expect(lintText(text)).toEqual([])
  })
})

describe('the language lint', () => {
  it('avoids the same things in both languages', () => {
    expect(SPANISH_AVOID_USE_TABLE.map(({ id }) => id)).toEqual(AVOID_USE_TABLE.map(({ id }) => id))
  })

  it('says what was found and what to say in its place', () => {
    expect(lintText('This IS  Guaranteed.')).toEqual([
      { row: 'promise', found: 'guaranteed', use: 'no promise' },
    ])
    expect(lintText('Está   GARANTIZADO.')).toEqual([
      { row: 'promise', found: 'garantizado', use: 'ninguna promesa' },
    ])
  })

  it('is not deceived by typography', () => {
    expect(
      lintText('ad\u00addict, no\u2011show, non\u00a0compliant', 'en').map(({ row }) => row),
    ).toEqual(['addict', 'blame', 'blame'])
    expect(lintText('A\u0301dicto, recai\u0301da', 'es').map(({ row }) => row)).toEqual([
      'addict',
      'relapse',
    ])
  })

  it('leaves words of others alone where the marks tell them from ours', () => {
    expect(lintText('They wrote \u201cI am an addict\u201d.')).toEqual([])
    expect(lintText('Escribió \u00absoy adicto\u00bb.')).toEqual([])
  })

  it('reads our own words in straight quotes, and marks that are never closed', () => {
    expect(lintText('"Trust me."')).toHaveLength(1)
    expect(lintText('\u201cTrust me.')).toHaveLength(1)
    expect(lintText('Trust me, \u201cthey said\u201d, trust me.')).toHaveLength(2)
  })
})
