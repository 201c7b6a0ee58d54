import { describe, expect, it } from 'vitest'
import { learnCards } from '#src/calibration/backtest/learn-cards.ts'
import { rowRange } from '#src/calibration/dataset.ts'
import { applyChanges } from '#src/calibration/draft/apply-changes.ts'
import { learnChanges } from '#src/calibration/draft/learn-changes.ts'
import { type ModelChange, NEW_FACTS } from '#src/calibration/draft/model-change.ts'
import { newFactRules } from '#src/calibration/draft/new-fact-rules.ts'
import type { RuleTable } from '#src/calibration/draft/rule-table.ts'
import type { Card, CardRule } from '#src/calibration/learn/card.ts'
import { auc } from '#src/calibration/statistics/auc.ts'
import { modelLintDeps } from '#src/model-sets/model-lint-deps.ts'
import { loadShippedLists } from '#src/models.ts'
import { AUDIENCES } from '#src/ports.ts'
import { clinicalWordsIn } from '#src/scoring/check/clinical-words.ts'
import { lintModel } from '#src/scoring/check/lint-model.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { ruleEntries } from '#src/scoring/document/rule-entries.ts'
import type { Model } from '#src/scoring/model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { modelOf, textOf } from '../models/shipped.ts'
import { seededHistory } from './seeded-history.ts'

const lists = await loadShippedLists()
const DEPS = modelLintDeps()

function learned(model: Model, table: RuleTable): readonly ModelChange[] {
  const cards = learnCards(table.data, rowRange(0, table.data.rows))
  return learnChanges({ model, table, learned: cards, thresholds: undefined })
}

const find = (changes: readonly ModelChange[], rule: string): ModelChange =>
  changes.find((change) => change.rule === rule) ?? never(rule)

function never(what: string): never {
  throw new Error(`There is no ${what}.`)
}

/** The table with another dataset in it. */
const withData = (table: RuleTable, data: RuleTable['data']): RuleTable => ({ ...table, data })

describe('a draft learned from outcomes', () => {
  const history = seededHistory('employer', 9_000)
  const changes = learned(history.model, history)
  const groups = [...new Set(changes.map(({ group }) => group))]
  const draft = parseModel(applyChanges(textOf('employer'), changes, groups), 'draft.yaml', lists)

  it('says of every rule of the model what becomes of it, in the order of the model', () => {
    const own = changes.filter(({ group }) => group !== NEW_FACTS)

    expect(own.map(({ rule }) => rule)).toEqual(
      ruleEntries(history.model).map(({ rule }) => rule.id),
    )
  })

  it('gives everybody the learned points where no cap bites', () => {
    const after = new Map(changes.map((change) => [change.rule, change.after]))
    const compiled = compileModel(draft)
    let unlimited = 0
    for (const { subject, at } of history.cases.slice(0, 400)) {
      const { fit, reasons } = compiled.evaluate(subject, at)
      const ofFit = reasons.filter(({ axis }) => axis === 'fit')
      const rules = ofFit.filter(({ kind }) => kind === 'rule')
      for (const { rule, points } of rules) expect(points).toBe(after.get(rule))
      if (ofFit.length > rules.length) continue
      unlimited += 1
      expect(fit).toBe(rules.reduce((sum, { rule }) => sum + (after.get(rule) ?? 0), 0))
    }
    expect(unlimited).toBeGreaterThan(200)
  })

  it('ranks people it was not learned from better than the model in force', () => {
    const others = seededHistory('employer', 4_000, 99)
    const compiled = compileModel(draft)
    const scores = others.cases.map(({ subject, at }) => compiled.evaluate(subject, at).score)

    const gained = auc(scores, others.data.outcome) - auc(others.present, others.data.outcome)

    expect(gained).toBeGreaterThan(0.01)
  })

  it('spreads scores about as widely as now, so that cut-offs go on meaning the same', () => {
    const compiled = compileModel(draft)
    const rows = history.cases.slice(0, 1_000)
    const after = rows.map(({ subject, at }) => compiled.evaluate(subject, at).score)

    const ratio = deviation(after) / deviation(Array.from(history.present.slice(0, 1_000)))

    expect(ratio).toBeGreaterThan(0.7)
    expect(ratio).toBeLessThan(1.3)
  })

  it('keeps points within 20 and the limits of the group, and caps and decay as they are', () => {
    for (const { axis, group, rule } of ruleEntries(draft)) {
      if (find(changes, rule.id).action === 'keep') continue
      expect(Math.abs(rule.points)).toBeLessThanOrEqual(20)
      expect(rule.points).toBeLessThanOrEqual(group.cap)
      expect(rule.points).toBeGreaterThanOrEqual(group.floor)
      expect(axis).toBeDefined()
    }
    const shape = ({ engagement }: Model) =>
      engagement.groups.map(({ id, cap, floor, halfLifeDays }) => [id, cap, floor, halfLifeDays])
    const kept = new Set(draft.engagement.groups.map(({ id }) => id))
    expect(shape(draft)).toEqual(shape(history.model).filter(([id]) => kept.has(String(id))))
  })

  it('tells why with the counts behind it', () => {
    const { columns, outcome } = history.data
    const column = columns.find(({ name }) => name.endsWith('/attended-demo'))
    const codes = column?.kind === 'code' ? [...column.codes] : []
    const like = codes.flatMap((code, row) => (code === 0 ? [outcome[row] ?? 0] : []))
    const won = like.reduce((sum, one) => sum + one, 0)

    const { because, action, after } = find(changes, 'attended-demo')

    expect(action).toBe('change')
    expect(after).toBeGreaterThan(0)
    expect(because).toContain(`${won} of ${like.length} like this were won, `)
  })

  it('asks about a fact that tells and that no rule asked about', () => {
    const added = changes.filter(({ action }) => action === 'add')
    const referral = added.find(({ what }) => what.includes('referral'))
    const ads = added.find(({ what }) => what.includes('paid-search'))

    expect(referral?.after).toBeGreaterThan(0)
    expect(ads?.after).toBeLessThan(0)
    expect(added.every(({ group }) => group === NEW_FACTS)).toBe(true)
  })

  it('can be published: the check has no error against it', () => {
    const errors = lintModel(draft, DEPS).filter(({ severity }) => severity === 'error')

    expect(errors).toEqual([])
  })
})

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

describe('what a draft leaves as it is', () => {
  const history = seededHistory('employer', 3_000)
  const { model, data } = history

  it('is policy: nobody who looks for work is sold anything because such people once bought', () => {
    expect(find(learned(model, history), 'looks-for-work')).toMatchObject({
      action: 'keep',
      after: -50,
    })
  })

  it('is what fewer than eleven records have', () => {
    const columns = data.columns.map((column) =>
      column.kind === 'code' && column.name.endsWith('/attended-demo')
        ? { ...column, codes: column.codes.map((_, row) => (row < 10 ? 0 : 1)) }
        : column,
    )

    const change = find(learned(model, withData(history, { ...data, columns })), 'attended-demo')

    expect(change).toMatchObject({ action: 'keep', after: 30 })
    expect(change.because).not.toMatch(/\d/)
  })

  it('is what is rare and that records do not speak against', () => {
    // Twelve records, every fourth of them won: about as many as of all, and as of good ones.
    const columns = data.columns.map((column) =>
      column.kind === 'code' && column.name.endsWith('/case-study')
        ? { ...column, codes: column.codes.map((_, row) => (row < 12 ? 0 : 1)) }
        : column,
    )
    const outcome = data.outcome.map((won, row) => (row < 12 ? Number(row % 4 === 0) : won))

    const change = find(
      learned(model, withData(history, { ...data, columns, outcome })),
      'case-study',
    )

    expect(change).toMatchObject({ action: 'keep', after: 10 })
    expect(change.because).toContain('Too few of one kind')
  })

  it('is what was left out as a leak', () => {
    const columns = data.columns.filter(({ name }) => !name.endsWith('/attended-demo'))

    const change = find(learned(model, withData(history, { ...data, columns })), 'attended-demo')

    expect(change).toMatchObject({ action: 'keep', after: 30 })
    expect(change.because).toContain('Left out')
  })

  it('is everything where nobody knows who wins', () => {
    const outcome = data.outcome.map((_, row) => Number(row % 7 === 0))
    const columns = data.columns.map((column) =>
      column.kind === 'code'
        ? { ...column, codes: column.codes.map((_, row) => Number(row % 2)) }
        : column,
    )

    const changes = learned(model, withData(history, { ...data, outcome, columns }))

    expect(changes.filter(({ action }) => action !== 'keep')).toEqual([])
  })
})

describe('words of rules for new facts', () => {
  const vocabularies = [...DEPS.facts].flatMap(([fact, known]) =>
    known.kind === 'codes' ? known.codes.map((code) => ({ fact, code })) : [],
  )
  const LEARNABLE =
    /^(role|emailClass|industry|organisationType|inquiryType|requestedContact|source)$/
  const rules = vocabularies
    .filter(({ fact }) => LEARNABLE.test(fact))
    .map(
      ({ fact, code }): CardRule => ({
        column: fact,
        conditions: [{ kind: 'one-of', levels: [code] }],
        points: 5,
        rows: 900,
        wins: 90,
      }),
    )

  it.each(AUDIENCES)('pass every lint, whatever the code (%s)', (audience) => {
    const card: Card = { rules, columns: [], fitted: [], unit: 0.1 }

    const added = newFactRules(card, modelOf(audience), 1)

    expect(added.length).toBeGreaterThan(rules.length - 12)
    for (const { added: one } of added) {
      const texts = [one?.rule.reason ?? never('reason'), one?.spanish ?? never('Spanish')]
      for (const text of texts) {
        expect(DEPS.wordsToAvoid(text)).toEqual([])
        expect(DEPS.sensitiveParts(text)).toEqual([])
        expect(clinicalWordsIn(text, audience)).toEqual([])
      }
    }
  })

  it('ask for a number or a yes as a person would say it', () => {
    const card: Card = {
      rules: [
        { ...RULE, column: 'companySize', conditions: [{ kind: 'range', min: 200, max: 999 }] },
        { ...RULE, column: 'companySize', conditions: [{ kind: 'missing' }] },
        { ...RULE, column: 'selfInsured', conditions: [{ kind: 'one-of', levels: ['true'] }] },
        { ...RULE, column: 'source', conditions: [{ kind: 'one-of', levels: ['email', 'event'] }] },
      ],
      columns: [],
      fitted: [],
      unit: 0.1,
    }

    const added = newFactRules(card, modelOf('individual'), 1)

    expect(added.map(({ what, added: one }) => [what, one?.spanish])).toEqual([
      ['Number of employees: 200 to 999', 'Número de personas empleadas: 200 a 999'],
      ['Number of employees: not known', 'Número de personas empleadas: no se sabe'],
      ['Insures its employees itself: yes', 'Asegura a su personal por cuenta propia: sí'],
      ['Where they came from: email or event', 'De dónde viene: email o event'],
    ])
    expect(added[2]?.added?.rule).toMatchObject({ fact: 'selfInsured', equals: true })
  })
})

const RULE = { points: 5, rows: 900, wins: 90 }
