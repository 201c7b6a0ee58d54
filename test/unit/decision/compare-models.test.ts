import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareModels } from '#src/decision/compare-models.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import { loadShippedModels, withOwnModels } from '#src/models.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { createPeople, PUBLISHED_AT } from '../../../bench/rescore/people.ts'

const shipped = await loadShippedModels()
const { policy } = shippedAllowList('hubspot')
const EMPLOYER = readFileSync(new URL('../../../models/employer.yaml', import.meta.url), 'utf8')
const CHANGES: readonly (readonly [string, RegExp, string])[] = [
  ['points of a fit rule', /(id: asks-about-employees\s+points: )10/, '$114'],
  ['a cap', /cap: 25/, 'cap: 19'],
  ['how long interest lasts', /percentPerQuarter: \d+|halfLifeDays: \d+/, 'halfLifeDays: 20'],
  ['advice', /respondWithinMinutes: \d+/, 'respondWithinMinutes: 7'],
]

describe('what two sets of models say of a person', () => {
  it('is the same by the models that are in both, whatever their name', () => {
    const changed = EMPLOYER.replace(/(id: asks-about-employees\s+points: )10/, '$114')
    const namesake = changed
      .replace(/^id: .*$/m, 'id: individual')
      .replace(/^version: .*$/m, 'version: 2')
    const unchanged = (employer: string) =>
      compareModels(shipped, withOwnModels(shipped, { employer }, 'test')).unchanged
    const names = [...shipped.models.values()].map(({ id, version }) => `${id}@${version}`)

    expect(unchanged(EMPLOYER).toSorted()).toEqual(names.toSorted())
    const others = names.filter((name) => !name.startsWith('employer@'))
    expect(unchanged(changed).toSorted()).toEqual(others.toSorted())
    expect(names).toContain('individual@2')
    expect(unchanged(namesake)).not.toContain('individual@2')
  })

  it.each(CHANGES)('is only called the same where the decisions are: %s', (_what, from, to) => {
    const text = EMPLOYER.replace(from, to)
    const after = withOwnModels(shipped, { employer: text }, 'test')
    const same = compareModels(shipped, after)
    const [old, young] = [createDecider(shipped), createDecider(after)]
    let told = 0
    for (const record of createPeople(400)) {
      const input = { record, companyFacts: undefined, policy, now: PUBLISHED_AT }
      const untouched = same.untouched(record.facts)
      const alike = same.alike(input)
      if (untouched === undefined && alike === undefined) continue
      told += 1
      const was = old.decide({ ...input, previous: undefined })
      const is = young.decide({ ...input, previous: undefined })
      expect(is.values).toEqual(was.values)
      const before = untouched === undefined ? is.nextChangeAt : was.nextChangeAt
      expect([before, (alike ?? is).nextChangeAt]).toEqual([is.nextChangeAt, is.nextChangeAt])
    }

    expect(text).not.toBe(EMPLOYER)
    expect(told).toBeGreaterThan(50)
  })
})
