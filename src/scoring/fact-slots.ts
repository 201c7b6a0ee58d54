import type { Facts, FactValue } from '../ports.ts'

/** The values of the facts a model asks about, by slot. */
export type Values = readonly (FactValue | undefined)[]

/**
 * Gives every fact a model asks about a number, so that each is looked up once for a subject and not
 * once for a rule.
 */
export class FactSlots {
  readonly #names: string[] = []

  /** The number of the slot for this fact. */
  open(fact: string): number {
    const known = this.#names.indexOf(fact)
    return known === -1 ? this.#names.push(fact) - 1 : known
  }

  gather(facts: Facts): Values {
    const values: (FactValue | undefined)[] = []
    for (const name of this.#names) values.push(facts[name])
    return values
  }
}
