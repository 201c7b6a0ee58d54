import { PermanentError } from '#src/errors.ts'

export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'date' | 'datetime' | 'symbol' | 'end'
  readonly text: string
  readonly at: number
}

/** What refuses a query, in the words the REST API uses. */
export function malformedQuery(message: string): PermanentError {
  return new PermanentError('MALFORMED_QUERY', message)
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['datetime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/y],
  ['date', /\d{4}-\d{2}-\d{2}(?![\dT])/y],
  ['number', /[+-]?(?:\d+\.?\d*|\.\d+)(?![\w.])/y],
  ['word', /[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*/y],
  ['symbol', /<=|>=|!=|<>|[=<>(),:]/y],
]

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  b: '\b',
  B: '\b',
  f: '\f',
  F: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  _: '\\_',
  '%': '\\%',
}

/** Words, literals and symbols of a query, closed by an `end` token. Throws MALFORMED_QUERY. */
export function tokenize(soql: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < soql.length) {
    const space = /\s*/y
    space.lastIndex = at
    at += space.exec(soql)?.[0].length ?? 0
    if (at >= soql.length) break
    const token = soql[at] === "'" ? readString(soql, at) : readPlain(soql, at)
    tokens.push(token.token)
    at = token.next
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at }]
}

function readPlain(soql: string, at: number): { token: Token; next: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const text = pattern.exec(soql)?.[0]
    if (text !== undefined) return { token: { kind, text, at }, next: at + text.length }
  }
  throw malformedQuery(`unexpected token: '${soql[at] ?? ''}'`)
}

/** Escapes of the SOQL and SOSL Reference, "Quoted String Escape Sequences". */
function readString(soql: string, start: number): { token: Token; next: number } {
  let text = ''
  let at = start + 1
  while (at < soql.length && soql[at] !== "'") {
    if (soql[at] === '\\') {
      const escaped = ESCAPES[soql[at + 1] ?? '']
      if (escaped === undefined) {
        throw malformedQuery(
          `Illegal string literal. Illegal character sequence '\\${soql[at + 1] ?? ''}' in string`,
        )
      }
      text += escaped
      at += 2
    } else {
      text += soql[at]
      at += 1
    }
  }
  if (at >= soql.length) throw malformedQuery("line 1:0 mismatched character '<EOF>' expecting '''")
  return { token: { kind: 'string', text, at: start }, next: at + 1 }
}
