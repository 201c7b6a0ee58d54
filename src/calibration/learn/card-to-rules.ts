import type { FitGroup } from '../../scoring/model.ts'
import type { FitRule } from '../../scoring/model-rules.ts'
import { isSafeCount } from '../small-cells.ts'
import type { Condition } from './bin.ts'
import type { Card, CardRule } from './card.ts'
import { conditionInWords } from './condition-words.ts'

export interface CardRulesOptions {
  /** The fact a column holds; `undefined` where the model language knows none. */
  readonly factOf: (column: string) => string | undefined
}

export interface CardRules {
  /** One group per column, in the order of the card. */
  readonly groups: readonly FitGroup[]
  /** Columns no fact stands for; their points are lost. */
  readonly unmapped: readonly string[]
  /**
   * The least and the most a record can have. A model ends at -100 and 100 and a score at 0, so below 0
   * all records rank alike; raising `lowest` takes a rule that everybody meets.
   */
  readonly lowest: number
  readonly highest: number
}

/** A card as fit groups of the model language; each condition is a rule of its own. */
export function cardToRules(card: Card, { factOf }: CardRulesOptions): CardRules {
  const byColumn = Map.groupBy(card.rules, ({ column }) => column)
  const mapped = [...byColumn].map(([column, rules]) => ({ column, rules, fact: factOf(column) }))
  const ends = mapped.flatMap(({ rules, fact }) =>
    fact === undefined ? [] : [[0, ...rules.map(({ points }) => points)]],
  )
  return {
    groups: mapped.flatMap(({ rules, fact }): FitGroup[] =>
      fact === undefined
        ? []
        : [{ id: idOf(fact), cap: 100, floor: -100, rules: rulesOf(fact, rules) }],
    ),
    unmapped: mapped.flatMap(({ column, fact }) => (fact === undefined ? [column] : [])),
    lowest: ends.reduce((sum, points) => sum + Math.min(...points), 0),
    highest: ends.reduce((sum, points) => sum + Math.max(...points), 0),
  }
}

function rulesOf(fact: string, rules: readonly CardRule[]): FitRule[] {
  const asked = rules.flatMap((rule) => rule.conditions.map((condition) => ({ rule, condition })))
  return asked.flatMap(({ rule, condition }, at): FitRule[] => {
    const question = questionOf(condition)
    if (question === undefined) return []
    return [
      {
        id: `${idOf(fact)}-${at + 1}`,
        points: rule.points,
        reason: shortened(`${inWords(fact)} ${conditionInWords(condition)}`),
        because: becauseOf(rule),
        fact,
        ...question,
      },
    ]
  })
}

/** `undefined` for what no rule can ask. */
function questionOf(condition: Condition): Partial<FitRule> | undefined {
  if (condition.kind === 'missing') return { missing: true }
  if (condition.kind === 'other') return undefined
  if (condition.kind === 'one-of') return oneOf(condition.levels)
  const { min, max } = condition
  if (min === -Infinity && max === Infinity) return { present: true }
  return {
    range: { ...(min === -Infinity ? {} : { min }), ...(max === Infinity ? {} : { max }) },
  }
}

/** A column holds text only; the fact of a `true` is no text. */
function oneOf(levels: readonly string[]): Partial<FitRule> {
  const [only, ...more] = levels
  if (levels.every((level) => level === 'true' || level === 'false')) {
    return more.length === 0 ? { equals: only === 'true' } : { present: true }
  }
  return more.length === 0 ? { equals: only } : { in: [...levels] }
}

function becauseOf({ rows, wins }: CardRule): string {
  if (!isSafeCount(wins) || !isSafeCount(rows - wins)) {
    return 'Learned from the outcomes of records; of too few for their numbers to be shown.'
  }
  return `Of ${rows.toLocaleString('en')} records like this ${wins.toLocaleString('en')} were won.`
}

/** `companySize` as `company-size`. */
function idOf(fact: string): string {
  return fact.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function inWords(fact: string): string {
  const words = idOf(fact).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const LONGEST_REASON = 160

function shortened(text: string): string {
  return text.length <= LONGEST_REASON ? text : `${text.slice(0, LONGEST_REASON - 1)}…`
}
