import type { Candidate } from './candidate.ts'
import type { Scan } from './scan.ts'

/** Endings that make two words with a dot between them an address. */
const ENDINGS = new Set(
  (
    'com org net edu gov mil int io co info biz health care app dev ai us uk ca mx es de fr au nz ie in br ar cl pe eu ch nl ' +
    'online site clinic xyz ly gl link page tv tech store blog me pro live life world center support help help social website ' +
    'space club today shop agency solutions services foundation therapy doctor hospital dental cloud digital media news example test invalid internal local'
  ).split(' '),
)
/** Endings that are words too: a missing blank after a full stop reads the same. */
const WORDS = new Set(
  (
    'in me us co int page link live life world center support help social space club today shop health care doctor news es de ' +
    'hospital therapy services pro info app site online store agency media digital foundation solutions test local internal'
  ).split(' '),
)
const SCHEME =
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}(?::|%3A)(?:\/|%2F)(?:\/|%2F)[^\s<>"'`{}|\\^]+/iy
const HOST =
  /(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}([a-z]{2,13})(?::\d{2,5})?(?![\w-]|\.[a-z0-9]|@)((?:[/?#][^\s<>"'`{}|\\^]{0,2000})?)/iy
const QUERY = /\/[\w./~%-]{0,300}\?[\w.%-]{1,60}=[^\s<>"']{1,1000}/iy
const TRAILING = /[.,;:!?)\]}'"*]+$/

function trimmed(text: string, start: number, end: number): number {
  return end - (TRAILING.exec(text.slice(Math.max(start, end - 12), end))?.[0].length ?? 0)
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function isHost(
  [whole, ending = '', path = '']: RegExpExecArray,
  text: string,
  at: number,
): boolean {
  const before = text.charAt(at - 1)
  if (before !== '' && /[\w@.%\\-]/.test(before)) return false
  const lower = ending.toLowerCase()
  if (!ENDINGS.has(lower)) return false
  if (/^www\./i.test(whole) || path.length > 1) return true
  const [first = '', ...labels] = whole.split('.')
  if (/^\d+$/.test(first) && labels.length < 2) return false
  return !WORDS.has(lower) || (labels.length > 1 && ending === lower)
}

function hostAt(text: string, at: number): Candidate | undefined {
  const host = matchAt(HOST, text, at)
  if (host === null || !isHost(host, text, at)) return undefined
  return { kind: 'url', certainty: 'plain', start: at, end: trimmed(text, at, at + host[0].length) }
}

function urlAt(text: string, at: number, end: number): Candidate | undefined {
  const next = text.charAt(end)
  if (next === ':' || next === '%' || next === '+' || next === '-' || next === '.') {
    const found = matchAt(SCHEME, text, at)
    if (found !== null) {
      const stop = trimmed(text, at, at + found[0].length)
      return { kind: 'url', certainty: 'checked', start: at, end: stop }
    }
  }
  return next === '.' || next === '-' ? hostAt(text, at) : undefined
}

/** A path with a query is an address whose host was left out: "/intake?step=2". */
function queryAt(text: string, at: number): Candidate | undefined {
  if (text.charAt(at - 1) !== '/' || /[\w.:/~]/.test(text.charAt(at - 2))) return undefined
  const found = matchAt(QUERY, text, at - 1)
  if (found === null) return undefined
  const end = trimmed(text, at, at - 1 + found[0].length)
  return { kind: 'url', certainty: 'plain', start: at - 1, end }
}

const SLASH = 0x2f

/** A blank, a comma or a line's end behind and no slash before: what most tokens are like. */
function isPlainWord(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end)
  return (next === 0x20 || next === 0x2c || next === 0x0a) && text.charCodeAt(start - 1) !== SLASH
}

/** Addresses of pages, with and without scheme. */
export function findUrls({ text, tokens }: Scan): Candidate[] {
  const found: Candidate[] = []
  let from = 0
  for (const { start, end } of tokens) {
    if (start < from || isPlainWord(text, start, end)) continue
    const url = urlAt(text, start, end) ?? queryAt(text, start)
    if (url === undefined) continue
    found.push(url)
    from = url.end
  }
  return found
}
