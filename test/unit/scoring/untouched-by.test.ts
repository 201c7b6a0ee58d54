import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadShippedLists } from '#src/models.ts'
import { untouchedBy } from '#src/scoring/diff/untouched-by.ts'
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

  it.each([
    ['fading', /halfLifeDays: \d+/, 'halfLifeDays: 11'],
    ['a cap', /cap: 60/, 'cap: 59'],
    ['a rule taken out or renamed', /id: asks-about-employees/, 'id: asks-for-staff'],
  ])('cannot be told from facts where %s is another', (_what, pattern, replacement) => {
    expect(untouchedBy(shipped, changedBy(pattern, replacement))).toBeUndefined()
  })
})
