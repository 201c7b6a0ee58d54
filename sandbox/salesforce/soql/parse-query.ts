import type { FieldPath, Ordering, Query } from './ast.ts'
import { parseCondition } from './parse-condition.ts'
import { readTokens, type TokenReader } from './token-reader.ts'
import { malformedQuery } from './tokenize.ts'

const LONGEST_QUERY = 100_000

/**
 * A query of the SOQL an integration writes: fields and paths to parents, or COUNT(); no child
 * subqueries, no GROUP BY. Throws MALFORMED_QUERY.
 */
export function parseQuery(soql: string): Query {
  if (soql.length > LONGEST_QUERY)
    throw malformedQuery('SOQL statements cannot be longer than 100000 characters.')
  const reader = readTokens(soql)
  const query = parseSelect(reader)
  if (reader.peek().kind !== 'end') throw reader.fail()
  return query
}

function parseSelect(reader: TokenReader): Query {
  reader.expect('SELECT')
  const { fields, isCount } = parseFields(reader)
  reader.expect('FROM')
  const from = reader.name()
  const where = reader.accept('WHERE') ? parseCondition(reader, parseSelect) : undefined
  const orderBy = parseOrderBy(reader)
  const limit = reader.accept('LIMIT') ? parseCount(reader) : undefined
  const offset = reader.accept('OFFSET') ? parseCount(reader) : 0
  if (offset > 2000) {
    throw malformedQuery('maximum SOQL offset allowed is 2000')
  }
  return { fields, isCount, from, where, orderBy, limit, offset }
}

function parseFields(reader: TokenReader): { fields: readonly FieldPath[]; isCount: boolean } {
  const first = reader.name()
  if (first.toUpperCase() === 'COUNT' && reader.accept('(')) {
    reader.expect(')')
    return { fields: [], isCount: true }
  }
  const fields = [first.split('.')]
  while (reader.accept(',')) fields.push(reader.name().split('.'))
  return { fields, isCount: false }
}

function parseOrderBy(reader: TokenReader): readonly Ordering[] {
  if (!reader.accept('ORDER')) return []
  reader.expect('BY')
  const orderings = [parseOrdering(reader)]
  while (reader.accept(',')) orderings.push(parseOrdering(reader))
  return orderings
}

function parseOrdering(reader: TokenReader): Ordering {
  const path = reader.name().split('.')
  const descending = reader.accept('DESC')
  if (!descending) reader.accept('ASC')
  if (!reader.accept('NULLS')) return { path, descending, nullsLast: false }
  const nullsLast = reader.accept('LAST')
  if (!nullsLast) reader.expect('FIRST')
  return { path, descending, nullsLast }
}

function parseCount(reader: TokenReader): number {
  const token = reader.peek()
  if (token.kind !== 'number' || !/^\d+$/.test(token.text)) throw reader.fail()
  return Number(reader.next().text)
}
