import { describe, expect, it } from 'vitest'
import { findLeaks } from '#src/calibration/backtest/find-leaks.ts'
import { splitByTime } from '#src/calibration/backtest/split.ts'
import { maturityOf } from '#src/calibration/censoring.ts'
import type { Column, Dataset } from '#src/calibration/dataset.ts'
import { createRandom } from '#src/calibration/statistics/random.ts'
import { loadShippedModels } from '#src/models.ts'
import type { Case } from '#src/outcomes/case.ts'
import { caseTable } from '#src/outcomes/case-table.ts'
import { outcomeRecordOf } from '#src/outcomes/outcome-records.ts'
import type { Facts } from '#src/ports.ts'
import type { ExplainableModel } from '#src/scoring/compile-model.ts'
import type { ScoredPerson } from '#src/store/score-history.ts'
import { act, CAME, caseOf, daysAgo, NOW, person } from './people.ts'

const { models } = await loadShippedModels()
const model = models.get('employer') as ExplainableModel
const maturity = maturityOf([], NOW)

function tableOf(people: readonly ScoredPerson[]) {
  const cases = people.flatMap((one) => {
    const made = caseOf(one)
    return made === undefined ? [] : [made]
  })
  return caseTable(cases, model, { maturity, now: NOW })
}

/** Came `days` ago and was scored at once. */
function arrival(days: number, facts: Facts, changes: Partial<ScoredPerson> = {}): ScoredPerson {
  const known = { ...facts, createdAt: daysAgo(days) }
  const visited = Number(facts['companySize']) % 2 === 0
  const activities = [act(visited ? 'page-viewed' : 'form-submitted', days)]
  const entry = { ...CAME, at: daysAgo(days), facts: known, activities }
  return person({ entries: [entry], facts: known, activities, ...changes })
}

/** People whose role and visits have something to do with who wins, and who are changed by winning. */
function portal(count: number): readonly ScoredPerson[] {
  const random = createRandom(3)
  const roles = ['hr', 'executive', 'student', 'other']
  return Array.from({ length: count }, (_, at) => {
    const days = 700 - (600 * at) / count
    const role = roles[Math.floor(random() * roles.length)] ?? 'other'
    const source = random() < 0.5 ? 'referral' : 'direct'
    const facts = {
      role,
      source,
      companySize: Math.floor(random() * 900),
      lifecycle: 'lead',
      state: 'WA',
    }
    const won = random() < (role === 'hr' ? 0.5 : 0.2)
    const one = arrival(days, facts)
    if (!won) return one
    // Everything that winning leaves behind, dated as if it had always been there.
    const after = {
      ...facts,
      lifecycle: 'customer',
      companySize: 5_000,
      role: 'executive',
      source: 'event',
    }
    const late = [
      act('deal-won', days - 30),
      act('demo-booked', days + 1),
      act('page-viewed', days + 2),
    ]
    return { ...one, facts: after, activities: [...one.activities, ...late] }
  })
}

describe('the table that points are learned from', () => {
  it('has a column for each rule that may be learned anew, and for facts no rule asks about', () => {
    const { data, rules, facts } = tableOf(portal(400))

    expect(data.columns.map(({ name }) => name)).toEqual([
      ...rules.map(({ column }) => column),
      ...facts,
    ])
    expect(facts).toContain('source')
    expect(rules.find(({ rule }) => rule === 'mid-sized')).toMatchObject({
      column: 'rule:fit/organisation/mid-sized',
      present: 12,
    })
    const asked = rules.flatMap(({ group, rule }) =>
      model.source.fit.groups
        .filter(({ id }) => id === group)
        .flatMap((one) => one.rules.filter(({ id }) => id === rule)),
    )
    expect(asked.map(({ fact }) => fact)).not.toContain('companyState')
    expect(asked.every(({ points }) => points > -25)).toBe(true)
    expect(JSON.stringify([...facts, ...rules])).not.toMatch(
      /state|lifecycle|verification|serviceLine/i,
    )
  })

  it('tells of each row which rules counted as it stood, and what it scored', () => {
    const { data, present, rules } = tableOf([
      arrival(200, { companySize: 300 }),
      arrival(150, { companySize: 30 }),
    ])
    const place = rules.findIndex(({ rule }) => rule === 'mid-sized')
    const column = data.columns[place]

    expect(column?.kind === 'code' && [...column.codes].map((code) => column.levels[code])).toEqual(
      ['yes', 'no'],
    )
    expect([...(data.time ?? [])]).toEqual([daysAgo(200), daysAgo(150)])
    expect(present[0]).toBe(
      model.evaluate(
        { facts: { companySize: 300 }, activities: [act('page-viewed', 200)] },
        daysAgo(200),
      ).score,
    )
  })

  it('leaves out who is too young to know, won or not, and counts them as open', () => {
    const facts = { role: 'hr', companySize: 10 }
    const young = arrival(5, facts)
    const wonYoung = arrival(6, facts, { activities: [act('deal-won', 1)] })

    const { data, open } = tableOf([young, wonYoung, arrival(400, facts)])

    expect(open).toBe(2)
    expect([...data.outcome]).toEqual([0])
  })

  it('knows nothing of what winning left behind', () => {
    const people = portal(900)
    const asTheyCame = people.map(({ entries: [entry = CAME] }) => person({ entries: [entry] }))

    const { data, present } = tableOf(people)
    const before = tableOf(asTheyCame)

    expect(data.rows).toBe(900)
    expect(data.outcome.some((won) => won === 1)).toBe(true)
    expect([data.columns, data.time, present]).toEqual([
      before.data.columns,
      before.data.time,
      before.present,
    ])
    expect(findLeaks(data, splitByTime(data))).toEqual([])
  })

  it('would be caught at it', () => {
    const people = portal(900)
    const { data } = tableOf(people)
    const leaky: Dataset = {
      ...data,
      columns: [...data.columns, nowOf(people, 'source'), nowOf(people, 'lifecycle')],
    }

    expect(findLeaks(leaky, splitByTime(leaky))).toMatchObject([
      { column: 'now:source', kind: 'leak' },
      { column: 'now:lifecycle', kind: 'leak' },
    ])
  })
})

/** The mistake: facts as they are today. */
function nowOf(people: readonly ScoredPerson[], fact: string): Column {
  const values = people.map(({ facts }) => String(facts[fact]))
  const levels = [...new Set(values)]
  const codes = Int16Array.from(values, (value) => levels.indexOf(value))
  return { kind: 'code', name: `now:${fact}`, codes, levels }
}

describe('a case as it is counted', () => {
  const ready = { ...CAME, tier: 'sales-ready', at: daysAgo(50), score: 81 } as const
  const back = { ...CAME, tier: 'unqualified', at: daysAgo(30), score: 5 } as const
  const climbed = person({ entries: [{ ...CAME, score: 33 }, ready, back] })

  it('has the highest tier it reached and what was scored then', () => {
    const record = outcomeRecordOf(caseOf(climbed) as Case, model)

    expect(record).toMatchObject({ tier: 'sales-ready', score: 81, scoredAt: ready.at })
    const points = Object.values(record.points).reduce((sum, one) => sum + one, 0)
    expect(points).toBe(model.evaluate(ready, ready.at).score)
  })

  it('has its first on request', () => {
    const record = outcomeRecordOf(caseOf(climbed) as Case, model, 'first')

    expect(record).toMatchObject({ tier: 'nurture', score: 33, scoredAt: CAME.at })
  })

  it('of whom a portal held when it was connected, won or not, are as of when they could be worked', () => {
    const facts = { createdAt: daysAgo(900), role: 'hr', companySize: 300 }
    const entry = { ...CAME, facts, tier: 'sales-ready', score: 99, activities: [] } as const
    const open = caseOf(person({ entries: [entry] })) as Case
    const won = caseOf(person({ entries: [entry], activities: [act('deal-won', 600)] })) as Case

    const records = [open, won].map((one) => outcomeRecordOf(one, model))

    expect(records.map(({ outcome }) => outcome)).toEqual(['open', 'won'])
    for (const record of records) expect(record.scoredAt).toBe(daysAgo(900))
    expect(records[0]?.tier).toBe(records[1]?.tier)
    expect(records[0]?.score).toBe(records[1]?.score)
  })

  it('has what the model would have said where all we scored came after the outcome', () => {
    const facts = { createdAt: daysAgo(900), role: 'hr', companySize: 300, lifecycle: 'customer' }
    const entry = {
      ...CAME,
      facts,
      tier: 'sales-ready',
      score: 99,
      activities: [act('deal-won', 600)],
    } as const
    const one = caseOf(person({ entries: [entry], activities: entry.activities })) as Case

    const record = outcomeRecordOf(one, model)

    expect(record.scoredAt).toBe(daysAgo(900))
    expect(record).toMatchObject({ outcome: 'won', facts: { role: 'hr', companySize: 300 } })
    const { score, tier } = model.evaluate({ facts: one.facts, activities: [] }, one.asOf)
    expect(record).toMatchObject({ score, tier })
  })
})
