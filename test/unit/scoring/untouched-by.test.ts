import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadShippedLists } from '#src/models.ts'
import { touchedCodes, untouchedBy } from '#src/scoring/diff/untouched-by.ts'
import type { Model } from '#src/scoring/model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'

const TEXT = readFileSync(new URL('../../../models/employer.yaml', import.meta.url), 'utf8')
const lists = await loadShippedLists()
const modelOf = (text: string): Model => parseModel(text, 'employer.yaml', lists)
const changedBy = (pattern: RegExp, replacement: string): Model => {
  const text = TEXT.replace(pattern, replacement)
  if (text === TEXT) throw new Error('The model has no such rule any more.')
  return modelOf(text)
}
const ASKS = { inquiryType: 'employer-benefits' }

describe('whom a change of a model does not touch', () => {
  const shipped = modelOf(TEXT)

  it('are those to whom the changed rule says nothing, or the same', () => {
    const changed = changedBy(/(id: asks-about-employees\s+points: )10/, '$114')
    const isUntouched = untouchedBy(shipped, changed)

    expect(isUntouched?.(ASKS)).toBe(false)
    expect(isUntouched?.({ role: 'executive' })).toBe(true)
  })

  it('are not those who read another reason for the same points', () => {
    const groups = shipped.fit.groups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) =>
        rule.id === 'asks-about-employees' ? { ...rule, reason: 'Asked us' } : rule,
      ),
    }))
    const changed = { ...shipped, fit: { ...shipped.fit, groups } }
    const isUntouched = untouchedBy(shipped, changed)

    expect(isUntouched?.(ASKS)).toBe(false)
    expect(isUntouched?.({})).toBe(true)
  })

  it('are all where nothing but the number, the description or a because is another', () => {
    const changed = changedBy(/because: They said so themselves\./, 'because: Said by themselves.')
    const isUntouched = untouchedBy(shipped, { ...changed, version: 9, description: 'x' })

    expect(isUntouched?.(ASKS)).toBe(true)
  })

  it('is known by codes where the changed rules ask for nothing else', () => {
    const equals = changedBy(/(id: asks-about-employees\s+points: )10/, '$114')
    const several = changedBy(/in: \[call-today, call, email, text\]/, 'in: [call-today, email]')
    const list = changedBy(/(id: target-industry\s+points: )15/, '$19')
    const range = changedBy(/(id: mid-sized\s+points: )12/, '$19')

    expect(touchedCodes(shipped, equals)).toEqual({
      inquiryType: ['employer-benefits', 'employer-benefits'],
    })
    expect(touchedCodes(shipped, several)).toEqual({
      requestedContact: ['call-today', 'call', 'email', 'text', 'call-today', 'email'],
    })
    expect(touchedCodes(shipped, list)?.['industry']).toContain('healthcare')
    expect(touchedCodes(shipped, range)).toBeUndefined()
    expect(touchedCodes(shipped, changedBy(/cap: 60/, 'cap: 59'))).toBeUndefined()
    expect(touchedCodes(shipped, { ...shipped, version: 9 })).toEqual({})
  })

  it('is nobody else by codes than by the facts themselves', () => {
    const changed = changedBy(/(id: target-industry\s+points: )15/, '$19')
    const [byFacts, codes] = [untouchedBy(shipped, changed), touchedCodes(shipped, changed)]
    const industries = shipped.lists['target-industries']?.codes ?? []
    const others = ['unheard-of', undefined]

    for (const industry of [...industries, ...others]) {
      const facts = { companySize: 300, ...(industry === undefined ? {} : { industry }) }
      const has = codes?.['industry']?.includes(String(industry)) ?? true
      expect(byFacts?.(facts)).toBe(!has)
    }
    expect(industries.length).toBeGreaterThan(1)
  })

  it.each([
    ['fading', /halfLifeDays: \d+/, 'halfLifeDays: 11'],
    ['a cap', /cap: 60/, 'cap: 59'],
    ['a rule taken out or renamed', /id: asks-about-employees/, 'id: asks-for-staff'],
  ])('cannot be told from facts where %s is another', (_what, pattern, replacement) => {
    expect(untouchedBy(shipped, changedBy(pattern, replacement))).toBeUndefined()
  })
})
