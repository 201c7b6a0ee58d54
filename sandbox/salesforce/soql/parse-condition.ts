import type { Comparison, Condition, FieldPath, Literal, Query } from './ast.ts'
import { parseLiteral } from './parse-literal.ts'
import type { TokenReader } from './token-reader.ts'

const OPERATORS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  LIKE: 'LIKE',
}

type ParseQuery = (reader: TokenReader) => Query

/** A WHERE clause. AND and OR side by side need parentheses, as the platform insists. */
export function parseCondition(reader: TokenReader, parseQuery: ParseQuery): Condition {
  const parts = [parseUnary(reader, parseQuery)]
  const joiner = ['AND', 'OR'].find((word) => reader.isWord(word))
  if (joiner === undefined) return parts[0] as Condition
  while (reader.accept(joiner)) parts.push(parseUnary(reader, parseQuery))
  if (reader.isWord('AND') || reader.isWord('OR')) throw reader.fail()
  return { kind: joiner === 'AND' ? 'and' : 'or', parts }
}

function parseUnary(reader: TokenReader, parseQuery: ParseQuery): Condition {
  if (reader.accept('NOT')) return { kind: 'not', part: parseUnary(reader, parseQuery) }
  if (!reader.accept('(')) return parseTest(reader, parseQuery)
  const inner = parseCondition(reader, parseQuery)
  reader.expect(')')
  return inner
}

function parseTest(reader: TokenReader, parseQuery: ParseQuery): Condition {
  const path = reader.name().split('.')
  if (reader.accept('NOT')) {
    reader.expect('IN')
    return parseIn(reader, path, true, parseQuery)
  }
  if (reader.accept('IN')) return parseIn(reader, path, false, parseQuery)
  if (reader.isWord('INCLUDES') || reader.isWord('EXCLUDES')) {
    const negated = reader.next().text.toUpperCase() === 'EXCLUDES'
    return { kind: 'includes', path, negated, values: parseList(reader) }
  }
  const operator = OPERATORS[reader.peek().text.toUpperCase()]
  if (operator === undefined || reader.peek().kind === 'string') throw reader.fail()
  reader.next()
  return { kind: 'compare', path, operator, value: parseLiteral(reader) }
}

function parseIn(
  reader: TokenReader,
  path: FieldPath,
  negated: boolean,
  parseQuery: ParseQuery,
): Condition {
  reader.expect('(')
  const values = reader.isWord('SELECT') ? parseQuery(reader) : parseItems(reader)
  reader.expect(')')
  return { kind: 'in', path, negated, values }
}

function parseList(reader: TokenReader): readonly Literal[] {
  reader.expect('(')
  const values = parseItems(reader)
  reader.expect(')')
  return values
}

function parseItems(reader: TokenReader): readonly Literal[] {
  const values = [parseLiteral(reader)]
  while (reader.accept(',')) values.push(parseLiteral(reader))
  return values
}
