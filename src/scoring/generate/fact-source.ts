import { compileFactCondition, operatorsOf } from '../conditions/registry.ts'
import { DAY_MS } from '../decay.ts'
import type { Lists } from '../lists.ts'
import type { FitRule } from '../model-rules.ts'
import { literal, type Scope } from './scope.ts'

/** A longer list is faster looked up in the set its condition keeps. */
const MOST_COMPARED = 8

/** The facts a model asks about, each read once for a subject. */
export class FactSource {
  readonly #names: string[] = []

  /** The variable that holds the fact. */
  variable(fact: string): string {
    const known = this.#names.indexOf(fact)
    return `fact${known === -1 ? this.#names.push(fact) - 1 : known}`
  }

  /** Code that reads them all from `facts`. */
  declarations(): string {
    return this.#names
      .map((name, index) => `const fact${index} = facts[${literal(name)}];`)
      .join('\n')
  }
}

/** Code that tells whether the rule's condition holds for a variable; `now` is the time. */
export function factSource(rule: FitRule, value: string, { scope, lists }: FactScope): string {
  const { test } = compileFactCondition(rule, lists)
  const asked = (): string => `${scope.name(test)}(${value}, now) === true`
  const [operator] = operatorsOf(rule)
  switch (operator) {
    case 'missing':
      return `${value} === undefined`
    case 'present':
      return `${value} !== undefined`
    case 'equals':
      return isOneOf(value, [rule.equals as Code], asked())
    case 'in':
      return isOneOf(value, rule.in as readonly Code[], asked())
    case 'inList': {
      const { codes = [], words = [] } = lists[String(rule.inList)] ?? {}
      return words.length === 0 ? isOneOf(value, codes, asked()) : asked()
    }
    case 'range':
      return isWithin(value, rule.range as Range)
    case 'dateWithinDays': {
      const withinMs = Number(rule.dateWithinDays) * DAY_MS
      return `typeof ${value} === 'number' && ${value} <= now && now - ${value} <= ${withinMs}`
    }
    case 'containsWord':
    case undefined:
  }
  return asked()
}

export interface FactScope {
  readonly scope: Scope
  readonly lists: Lists
}

type Code = string | number | boolean

interface Range {
  readonly min?: number
  readonly max?: number
}

/** One code is compared here; where a fact has several, its condition is asked. */
export function isOneOf(value: string, codes: readonly Code[], asked: string): string {
  if (codes.length === 0 || codes.length > MOST_COMPARED) return asked
  const compared = codes.map((code) => `${value} === ${literal(code)}`).join(' || ')
  return `(typeof ${value} === 'object' ? ${asked} : ${compared})`
}

function isWithin(value: string, { min, max }: Range): string {
  const ends = [`typeof ${value} === 'number'`]
  if (min !== undefined) ends.push(`${value} >= ${literal(min)}`)
  if (max !== undefined) ends.push(`${value} <= ${literal(max)}`)
  return ends.join(' && ')
}
