/** An answer other than 2xx, thrown from anywhere below a route and sent by it as JSON. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.status = status
    this.body = { status: 'error', message, ...more }
  }
}

export function invalid(message: string, more: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal(400, message, { category: 'VALIDATION_ERROR', ...more })
}

export function notFound(message: string): Refusal {
  return new Refusal(404, message, { category: 'OBJECT_NOT_FOUND' })
}

/** One failed row of a 207 answer. */
export interface RowError {
  readonly status: 'error'
  readonly category: string
  readonly subCategory?: string
  readonly message: string
  readonly context: Readonly<Record<string, readonly string[]>>
}
