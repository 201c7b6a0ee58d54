import { describe, expect, test } from 'vitest'
import { diffModels } from '#src/scoring/diff/diff-models.ts'
import { tryParseModel } from '#src/scoring/parse-model.ts'
import { clean, modelWith, rule, textOf } from './clean-model.ts'

const texts = (changes: Readonly<Record<string, unknown>>): string[] =>
  diffModels(modelWith(), modelWith(changes)).map(({ text }) => text)

describe('model diff', () => {
  test('is silent about models that say the same, whatever their version and order', () => {
    const groups = modelWith().fit.groups.toReversed()

    expect(texts({})).toEqual([])
    expect(texts({ version: 9 })).toEqual([])
    expect(texts({ 'fit.groups': groups })).toEqual([])
  })

  test('tells changed points in the words a rep reads', () => {
    expect(texts({ 'engagement.groups.1.rules.0.points': 14 })).toEqual([
      'Looked at pricing: +10 → +14',
    ])
    expect(texts({ 'fit.groups.0.rules.1.points': -5 })).toEqual(['Is a student: −20 → −5'])
  })

  test('tells what reads otherwise in Spanish', () => {
    const label = 'Keep in touch'
    const before = modelWith({ spanish: { [label]: 'Seguir en contacto' } })
    const after = modelWith({ spanish: { [label]: 'Mantener el contacto' } })

    expect(diffModels(before, after).map(({ text }) => text)).toEqual([
      '“Keep in touch” in Spanish: “Seguir en contacto” → “Mantener el contacto”',
    ])
    expect(diffModels(after, modelWith()).map(({ text }) => text)).toEqual([
      '“Keep in touch” in Spanish: “Mantener el contacto” → none',
    ])
  })

  test('tells a new rule and a removed one in full', () => {
    const added = rule('insured', 5, 'Insures its employees itself', {
      fact: 'selfInsured',
      equals: true,
    })

    const after = modelWith({ 'fit.groups.1.rules.0': added })

    expect(diffModels(modelWith(), after)).toEqual([
      {
        kind: 'removed',
        where: 'mid-sized',
        text: 'Has 200 to 999 employees: +12 when company size is from 200 to 999 (fit, size)',
      },
      {
        kind: 'added',
        where: 'insured',
        text: 'Insures its employees itself: +5 when self insured is yes (fit, size)',
      },
    ])
  })

  test('tells a rule that asks for something else, or moved to another group', () => {
    const [asks] = texts({ 'fit.groups.1.rules.0.range': { min: 100, max: 999 } })
    const [moves] = texts({
      'fit.groups.0.rules.2': modelWith().fit.groups[1]?.rules[0],
      'fit.groups.1.rules': modelWith().fit.groups[1]?.rules.slice(1),
    })

    expect(asks).toBe(
      'Has 200 to 999 employees, counts when: company size is from 200 to 999 → company size is from 100 to 999',
    )
    expect(moves).toBe('Has 200 to 999 employees, group: fit, size → fit, role')
  })

  test('tells decay, caps and floors', () => {
    expect(
      texts({
        'engagement.groups.0.halfLifeDays': 14,
        'engagement.groups.1.cap': 12,
        'fit.groups.0.floor': -30,
        'fit.cap': 50,
      }),
    ).toEqual([
      'fit, most points: 60 → 50',
      'role, least points: -20 → -30',
      'meetings, decay: Fades by half every 30 days, evenly from day to day. → Fades by half every 14 days, evenly from day to day.',
      'reading, most points: 15 → 12',
    ])
  })

  test('tells thresholds, answer times and wording of tiers and grades', () => {
    expect(
      texts({
        'grades.fit.A': 45,
        'tiers.sales-ready.score': 65,
        'tiers.sales-ready.respondWithinMinutes': 30,
        'tiers.nurture.fit': 5,
        'tiers.nurture.theme': undefined,
        'tiers.unqualified.label': 'Later',
      }),
    ).toEqual([
      'Grade A from a fit of: 40 → 45',
      'sales-ready, least score: 60 → 65',
      'sales-ready, answered within: 4 hours → 30 minutes',
      'nurture, least fit: 0 → 5',
      'nurture, theme: What others offer → none',
      'unqualified is shown as: “No action now” → “Later”',
    ])
  })

  test('tells what came into a list and what went', () => {
    expect(texts({ 'lists.buyers': ['people-leader', 'other'] })).toEqual([
      'The list buyers: now also other; no longer benefits-leader',
    ])
  })

  test('tells adjustments that changed, came or went', () => {
    expect(
      texts({
        'adjustments.recency.steps.0.points': 6,
        'adjustments.recency.otherwise': undefined,
        'adjustments.lifecycle.stages.ready.codes': ['opportunity', 'lead'],
      }),
    ).toEqual([
      'Was not in touch for a while: −2 (recency-otherwise)',
      'Was in touch this week: +3 → +6',
      'Codes of ready: opportunity → opportunity, lead',
    ])
  })

  test('misses no change: every number and text of a model makes a difference', () => {
    const changed = leavesOf(clean())
      .filter((path) => !['id', 'version'].includes(path))
      .flatMap((path) => {
        // Not every other value makes a model; those that do not are of no interest here.
        const text = textOf({ [path]: otherThan(valueAt(path)) })
        const parsed = tryParseModel(text, 'changed.yaml')
        return 'model' in parsed ? [{ path, model: parsed.model }] : []
      })

    const missed = changed.filter(({ model }) => diffModels(modelWith(), model).length === 0)

    expect(changed.length).toBeGreaterThan(60)
    expect(missed.map(({ path }) => path)).toEqual([])
  })
})

function leavesOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
}

function valueAt(path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), clean())
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  return typeof value === 'boolean' ? !value : `${String(value)}x`
}
