/** One row of a table: words to avoid about people, and what to say in their place. */
export interface AvoidRow {
  readonly id: string
  readonly avoid: RegExp
  readonly use: string
}

/** Whole words; `avoid` meets text as `plainText` leaves it. */
export function avoidRow(id: string, avoid: string, use: string): AvoidRow {
  return { id, avoid: new RegExp(`(?<![a-z0-9])(?:${avoid})(?![a-z0-9])`, 'g'), use }
}
