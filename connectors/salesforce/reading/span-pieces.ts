import type { Row } from '../querying/query.ts'
import type { Part } from '../querying/query-rounds.ts'

/** REST guide, "Query Options Header": rows of the largest page. */
const PAGE_ROWS = 2000
/** Shorter streams are read on: their last pages travel beside others. */
const SPLIT_FROM = 3 * PAGE_ROWS
/** What a page is planned to hold; people differ, and one row too many costs a page of its own. */
const PLANNED_ROWS = 1900
const PAGES_PER_PIECE = 4

/**
 * A long stream, cut after its first page. Its pages come one after the other, but pieces of it are
 * read five at once; `rows` are those of people who are wholly on the first page, `people` the rest,
 * piece by piece. `undefined`: read on as it is.
 */
export function cutSpan(
  { rows, total, first, last }: Part,
  ids: readonly string[],
  personOf: (row: Row) => string | undefined,
): { readonly rows: readonly Row[]; readonly people: readonly (readonly string[])[] } | undefined {
  if (!first || last || total <= SPLIT_FROM) return undefined
  const place = new Map(ids.map((id, index) => [id, index]))
  // Somebody may have turned up between two of ours; only ours can bound a piece.
  const known = rows.findLastIndex((row) => place.has(personOf(row) ?? ''))
  const person = personOf(rows[known] ?? {}) ?? ''
  const from = place.get(person) ?? 0
  const whole = rows.findIndex((row) => personOf(row) === person)
  if (from === 0 || whole <= 0) return undefined
  const left = ids.slice(from)
  return { rows: rows.slice(0, whole), people: pieces(left, total - whole) }
}

function pieces(ids: readonly string[], rows: number): readonly (readonly string[])[] {
  const pages = Math.ceil(rows / PLANNED_ROWS)
  const perPiece = Math.ceil((ids.length * PAGES_PER_PIECE) / pages)
  return Array.from({ length: Math.ceil(ids.length / perPiece) }, (_, index) =>
    ids.slice(index * perPiece, (index + 1) * perPiece),
  )
}
