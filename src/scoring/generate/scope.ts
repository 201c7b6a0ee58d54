/**
 * What generated code may name besides its own variables: functions and objects, by short names. Text
 * of a model never becomes code; it only comes in as a literal or through here.
 */
export class Scope {
  readonly #values: unknown[] = []

  /** The name under which generated code finds the value. */
  name(value: unknown): string {
    return `scope${this.#values.push(value) - 1}`
  }

  /**
   * Makes the function with these parameters and this body. Throws EvalError where the process was
   * told not to make code from strings.
   */
  build(parameters: readonly string[], body: string): unknown {
    const names = this.#values.map((_, index) => `scope${index}`)
    const source = `'use strict'; return function (${parameters.join(', ')}) {\n${body}\n}`
    const make: unknown = Reflect.construct(Function, [...names, source])
    if (typeof make !== 'function') throw new TypeError('A constructed function is a function.')
    return Reflect.apply(make, undefined, this.#values)
  }
}

/** A value of a model as code that means the same. */
export function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
