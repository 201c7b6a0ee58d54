import type { Literal } from './ast.ts'
import type { TokenReader } from './token-reader.ts'
import { malformedQuery } from './tokenize.ts'

const RANGES = new Set(['TODAY', 'YESTERDAY', 'TOMORROW'])
const COUNTED_RANGES = new Set(['LAST_N_DAYS', 'NEXT_N_DAYS', 'N_DAYS_AGO'])

/** The value on the right of a comparison. */
export function parseLiteral(reader: TokenReader): Literal {
  const token = reader.peek()
  switch (token.kind) {
    case 'string':
      return { kind: 'string', value: reader.next().text }
    case 'number':
      return { kind: 'number', value: Number(reader.next().text) }
    case 'date':
      return { kind: 'date', value: reader.next().text }
    case 'datetime':
      return { kind: 'datetime', epochMs: readDateTime(reader.next().text) }
    case 'word':
      return parseWord(reader)
    case 'symbol':
    case 'end':
      throw reader.fail()
  }
}

function readDateTime(text: string): number {
  const epochMs = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  if (Number.isNaN(epochMs)) throw malformedQuery(`Invalid datetime: ${text}`)
  return epochMs
}

function parseWord(reader: TokenReader): Literal {
  const word = reader.peek().text.toUpperCase()
  if (word === 'TRUE' || word === 'FALSE') {
    reader.next()
    return { kind: 'boolean', value: word === 'TRUE' }
  }
  if (reader.accept('null')) return { kind: 'null' }
  if (RANGES.has(word)) {
    reader.next()
    return { kind: 'range', name: word, count: 0 }
  }
  if (!COUNTED_RANGES.has(word)) throw reader.fail()
  reader.next()
  reader.expect(':')
  if (reader.peek().kind !== 'number') throw reader.fail()
  return { kind: 'range', name: word, count: Number(reader.next().text) }
}
