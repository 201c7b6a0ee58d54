import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '#src/calibration/draft/apply-changes.ts'
import { type ModelChange, NEW_FACTS, TIERS } from '#src/calibration/draft/model-change.ts'
import { modelLintDeps } from '#src/model-sets/model-lint-deps.ts'
import { loadShippedLists } from '#src/models.ts'
import { AUDIENCES } from '#src/ports.ts'
import { lintModel } from '#src/scoring/check/lint-model.ts'
import { ruleEntries } from '#src/scoring/document/rule-entries.ts'
import type { Model } from '#src/scoring/model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { textOf } from '../models/shipped.ts'

const plain = (text: string): Model => parseModel(text, 'test.yaml')
const DEPS = modelLintDeps()
const lists = await loadShippedLists()
const found = (text: string) => lintModel(parseModel(text, 'test.yaml', lists), DEPS)

/** Rules by id with the points they have. */
const pointsOf = (model: Model): Record<string, number> =>
  Object.fromEntries(ruleEntries(model).map(({ rule }) => [rule.id, rule.points]))

function changeOf(model: Model, id: string, after: number | undefined): ModelChange {
  const entry = ruleEntries(model).find(({ rule }) => rule.id === id)
  if (entry === undefined) throw new Error(`There is no rule ${id}.`)
  const { axis, group, rule } = entry
  const action = after === undefined ? 'remove' : 'change'
  const { points: before, reason: what } = rule
  return { group: group.id, rule: id, axis, action, what, before, after, because: 'So it came.' }
}

const FROM_EVENT: ModelChange = {
  group: NEW_FACTS,
  rule: 'learned-source-1',
  axis: 'fit',
  action: 'add',
  what: 'Where they came from: event',
  before: undefined,
  after: 7,
  because: 'Of 1,200 records like this 300 were won.',
  added: {
    into: 'learned-source',
    spanish: 'De dónde viene: event',
    rule: {
      id: 'learned-source-1',
      points: 7,
      reason: 'Where they came from: event',
      because: 'Of 1,200 records like this 300 were won.',
      fact: 'source',
      equals: 'event',
    },
  },
}

const NURTURE_AT_28: ModelChange = {
  group: TIERS,
  rule: 'nurture',
  axis: 'tiers',
  action: 'change',
  what: 'Lowest score of nurture',
  before: 30,
  after: 28,
  because: 'So many close from there on.',
}

/** New points, or none, for some rules; a new fact; another cut-off. */
function drafts(model: Model): fc.Arbitrary<readonly ModelChange[]> {
  const ofRules = ruleEntries(model).map(({ rule }) =>
    fc
      .option(fc.oneof(fc.constant(0), fc.integer({ min: -20, max: 20 })))
      .map((after): ModelChange[] => {
        if (after === null || after === rule.points) return []
        const isLasting = 'decays' in rule && !rule.decays && after > 0
        return [changeOf(model, rule.id, after === 0 || isLasting ? undefined : after)]
      }),
  )
  const nurture = { ...NURTURE_AT_28, before: model.tiers.nurture.score, after: 17 }
  return fc.tuple(...ofRules).map((changes) => [...changes.flat(), FROM_EVENT, nurture])
}

/** Comments all stay, unless the part they are in goes as a whole. */
function expectSameLines(draft: string, text: string, hasLists: boolean): void {
  const ofLists = (line: string): boolean => !hasLists && line.includes('models/lists')
  expect(commentsOf(draft)).toEqual(commentsOf(text).filter((line) => !ofLists(line)))
  const before = new Set(text.split('\n'))
  const lines = draft.split('\n')
  const added = lines.indexOf('    - id: learned-source')
  const rule = new Set(added === -1 ? [] : lines.slice(added, added + 8))
  for (const line of lines) {
    if (before.has(line) || rule.has(line)) continue
    expect(line).toMatch(/^ *points: -?\d+$|^ +score: 17$|^version: \d+$|^canChange: |De dónde/)
  }
}

const commentsOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim().startsWith('#'))

describe.each(AUDIENCES)('a draft of the %s model', (audience) => {
  const text = textOf(audience)
  const model = plain(text)
  const groups = [...model.fit.groups, ...model.engagement.groups].map(({ id }) => id)

  it('changes what was accepted, and no other rule, line or comment', () => {
    const accepted = fc.subarray([...groups, NEW_FACTS, TIERS], { minLength: 1 })
    fc.assert(
      fc.property(drafts(model), accepted, (changes, taken) => {
        const chosen = changes.filter(({ group }) => taken.includes(group))
        fc.pre(chosen.length > 0)

        const draft = applyChanges(text, changes, taken)

        const expected = { ...pointsOf(model) }
        for (const { rule, after, axis } of chosen) {
          if (after === undefined) delete expected[rule]
          else if (axis !== 'tiers') expected[rule] = after
        }
        const drafted = plain(draft)
        expect(pointsOf(drafted)).toEqual(expected)
        expect(drafted.version).toBe(model.version + 1)
        expect(untouched(drafted)).toEqual(untouched(model))
        expectSameLines(draft, text, Object.keys(drafted.lists).length > 0)
      }),
      { numRuns: 4 },
    )
  })

  it('leaves nothing over for the check to find when a group goes', () => {
    for (const { id, rules } of model.engagement.groups.slice(0, 1)) {
      const changes = rules.map((rule) => changeOf(model, rule.id, undefined))

      const draft = applyChanges(text, changes, [id])

      expect(plain(draft).engagement.groups.map((group) => group.id)).not.toContain(id)
      expect(found(draft).filter(({ code }) => /unused|spanish/.test(code))).toEqual([])
    }
  })

  it('says a rule for a new fact in words the check has nothing against, in both languages', () => {
    const draft = applyChanges(text, [FROM_EVENT], [NEW_FACTS])

    expect(found(draft)).toEqual([])
    expect(draft).toContain('    - id: learned-source\n')
    expect(plain(draft).spanish?.['Where they came from: event']).toBe('De dónde viene: event')
  })
})

/** What no change is about. */
function untouched({ fit, engagement, tiers, grades, adjustments, audience, description }: Model) {
  const limits = [fit, engagement].map(({ cap, floor }) => [cap, floor])
  const advice = Object.values(tiers).map((tier) => ({ ...tier, score: 0 }))
  return { limits, advice, grades, adjustments, audience, description }
}

describe('applying a draft', () => {
  const text = textOf('employer')
  const model = plain(text)

  it('takes lists, facts and Spanish that only a removed rule needed along with it', () => {
    const gone = ['student-address', 'asked-for-contact'].map((id) =>
      changeOf(model, id, undefined),
    )

    const draft = plain(applyChanges(text, gone, ['inquiry']))

    expect(Object.keys(draft.lists)).not.toContain('student-addresses')
    expect(draft.canChange).toEqual([])
    expect(Object.keys(draft.spanish ?? {})).not.toContain('Asked to be contacted')
    expect(Object.keys(draft.lists).length).toBe(Object.keys(model.lists).length - 1)
  })

  it.each([
    ['other points', { before: 3 }],
    ['another group', { group: 'organisation' }],
    ['no such rule', { rule: 'never-was' }],
    ['another cut-off', { axis: 'tiers', rule: 'nurture', before: 11 }],
  ] as const)('refuses a draft made for %s', (_, other) => {
    const change = { ...changeOf(model, 'runs-benefits', 5), ...other }

    expect(() => applyChanges(text, [change], ['role', 'organisation'])).toThrow(
      expect.objectContaining({ code: 'draft-outdated' }),
    )
  })

  it('refuses to add a rule the model has by now', () => {
    const once = applyChanges(text, [FROM_EVENT], [NEW_FACTS])

    expect(() => applyChanges(once, [FROM_EVENT], [NEW_FACTS])).toThrow(
      expect.objectContaining({ code: 'draft-outdated' }),
    )
  })

  it('makes no version of nothing', () => {
    const change = changeOf(model, 'runs-benefits', 5)

    expect(() => applyChanges(text, [change], ['reading'])).toThrow(
      expect.objectContaining({ code: 'draft-empty' }),
    )
  })

  it('leaves no model without any fit', () => {
    const all = model.fit.groups.flatMap(({ rules }) =>
      rules.map((rule) => changeOf(model, rule.id, undefined)),
    )

    expect(() => applyChanges(text, all, ['role', 'organisation', 'inquiry'])).toThrow(
      expect.objectContaining({ code: 'draft-empty' }),
    )
    const growing = applyChanges(
      text,
      [...all, FROM_EVENT],
      ['role', 'organisation', 'inquiry', NEW_FACTS],
    )
    expect(plain(growing).fit.groups.map(({ id }) => id)).toEqual(['learned-source'])
  })

  it('edits a model written in braces', () => {
    const { spanish: _, ...rest } = model
    const braces = JSON.stringify({
      ...rest,
      spanish: { 'Asked to be contacted': 'Pidió contacto' },
    })
    const changes = [
      changeOf(model, 'asked-for-contact', undefined),
      changeOf(model, 'looks-for-work', undefined),
      changeOf(model, 'decides-on-benefits', 9),
      FROM_EVENT,
    ]

    const draft = plain(applyChanges(braces, changes, ['role', 'inquiry', NEW_FACTS]))

    expect(pointsOf(draft)).toMatchObject({ 'decides-on-benefits': 9, 'learned-source-1': 7 })
    expect(Object.keys(pointsOf(draft))).not.toContain('looks-for-work')
    expect(draft.spanish).toEqual({ 'Where they came from: event': 'De dónde viene: event' })
  })
})
