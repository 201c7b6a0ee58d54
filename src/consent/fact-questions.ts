import type { Facts } from '../ports.ts'

/** Only a coded yes is a yes: text such as `'false'` never is. */
export const yes =
  (fact: string) =>
  (facts: Facts): boolean =>
    facts[fact] === true

export const is =
  (fact: string, code: string) =>
  (facts: Facts): boolean =>
    facts[fact] === code

/** The codes of a fact that may hold several; `undefined` when nothing is known. */
export function codesOf(facts: Facts, fact: string): readonly string[] | undefined {
  const value = facts[fact]
  if (value === undefined) return undefined
  if (typeof value === 'string') return [value]
  return typeof value === 'object' ? value : []
}

export function holdsAny(facts: Facts, fact: string, codes: readonly string[]): boolean {
  return codesOf(facts, fact)?.some((code) => codes.includes(code)) ?? false
}

export function holdsEvery(facts: Facts, fact: string, codes: readonly string[]): boolean {
  const known = codesOf(facts, fact) ?? []
  return codes.every((code) => known.includes(code))
}

/** States are coded by their two letters, in either case. */
export function livesIn(facts: Facts, state: string): boolean {
  const code = facts['state']
  return typeof code === 'string' && code.toUpperCase() === state
}

/** The date a fact tells, epoch ms; `-Infinity` where it tells none. */
export function dateIn(facts: Facts, fact: string): number {
  const at = facts[fact]
  return typeof at === 'number' ? at : -Infinity
}
