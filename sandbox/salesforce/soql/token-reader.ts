import { malformedQuery, type Token, tokenize } from './tokenize.ts'

/** Walks the tokens of one query. Keywords are matched without case. */
export interface TokenReader {
  peek(): Token
  next(): Token
  isWord(word: string): boolean
  /** Takes the word or symbol if it comes next. */
  accept(text: string): boolean
  expect(text: string): void
  /** A name; never a reserved word. */
  name(): string
  fail(): Error
}

const RESERVED = new Set(
  'and asc desc excludes first from group having in includes last like limit not null nulls or order select true false where with'.split(
    ' ',
  ),
)

/** Starts reading at the first token. Throws MALFORMED_QUERY. */
export function readTokens(soql: string): TokenReader {
  const tokens = tokenize(soql)
  let position = 0
  const peek = (): Token => tokens[Math.min(position, tokens.length - 1)] as Token
  const next = (): Token => {
    const token = peek()
    position += 1
    return token
  }
  const matches = (text: string): boolean => {
    const token = peek()
    return token.kind !== 'string' && token.text.toLowerCase() === text.toLowerCase()
  }
  const fail = (): Error => malformedQuery(`unexpected token: '${peek().text}'`)
  return {
    peek,
    next,
    fail,
    isWord: matches,
    accept(text) {
      const found = matches(text)
      if (found) position += 1
      return found
    },
    expect(text) {
      if (!matches(text)) throw fail()
      position += 1
    },
    name() {
      if (peek().kind !== 'word' || RESERVED.has(peek().text.toLowerCase())) throw fail()
      return next().text
    },
  }
}
