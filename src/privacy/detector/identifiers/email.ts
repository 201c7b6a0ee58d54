import type { Candidate } from './candidate.ts'
import type { TokenRule } from './rule.ts'
import type { Scan } from './scan.ts'

const LOCAL = /[\p{L}\p{N}._%+*'-]/u
const DOMAIN =
  /(?:[\p{L}\p{N}*](?:[\p{L}\p{N}*-]{0,62})\.){1,8}[\p{L}]{2,24}|\[?(?:\d{1,3}\.){3}\d{1,3}\]?/uy
const HANDLE = /@[A-Za-z]\w{2,30}(?![\w@]|\.\w)/y
/** RFC 5321: 64 before the sign. */
const LONGEST_LOCAL = 64

function localStart(text: string, sign: number): number {
  let start = sign
  while (start > 0 && sign - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start -= 1
  while (start < sign && /[.'%+-]/.test(text.charAt(start))) start += 1
  return start
}

function candidateAt(text: string, sign: number): Candidate | undefined {
  const local = localStart(text, sign)
  DOMAIN.lastIndex = sign + 1
  const domain = DOMAIN.exec(text)
  if (local < sign && domain !== null) {
    return { kind: 'email', certainty: 'checked', start: local, end: sign + 1 + domain[0].length }
  }
  HANDLE.lastIndex = sign
  const handle = local === sign ? HANDLE.exec(text) : null
  if (handle === null || /\w/.test(text.charAt(sign - 1))) return undefined
  return { kind: 'unique-code', certainty: 'plain', start: sign, end: sign + handle[0].length }
}

/** Addresses with their sign, and handles ("@jane_d"), which name one account. */
export function findEmails({ text }: Scan): Candidate[] {
  const found: Candidate[] = []
  for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
    const candidate = candidateAt(text, sign)
    if (candidate !== undefined) found.push(candidate)
  }
  return found
}

const AT =
  '\\s?[\\[({<]\\s?(?:at|arroba|@)\\s?[\\])}>]\\s?|\\s(?:at|arroba)\\s|\\s@\\s?|\\s?@\\s|%40|\\s?&#64;\\s?'
const DOT =
  '\\s?[\\[({<]\\s?(?:dot|punto|\\.|point)\\s?[\\])}>]\\s?|\\s(?:dot|punto|point)\\s|\\s\\.\\s?|\\.'
const SPOKEN_DOT = '\\s?[\\[({<]\\s?(?:dot|punto|\\.)\\s?[\\])}>]\\s?|\\s(?:dot|punto|point)\\s'
const PROVIDERS =
  '(?:gmail|g mail|yahoo|hotmail|outlook|icloud|aol|proton(?:mail)?|msn|live|comcast|att|verizon|me|ymail|mail|zoho|gmx|yandex)'
const TLD = '(?:com|net|org|edu|gov|io|co|us|me|info|health|care|mx|es|uk|ca|de)'

const SPOKEN_LOCAL =
  /[\w.+-]{1,64}(?:(?:\s?[[({<]\s?(?:dot|punto|\.|underscore|dash)\s?[\])}>]\s?|\s(?:dot|punto|underscore|dash|guion|guión|point)\s)[\w.+-]{1,40}){0,3}\s?[[({<]?\s?$/i
const SPOKEN_DOMAIN = new RegExp(
  `(?:at|arroba)(?:\\s?[\\])}>]\\s?[\\w-]{1,40}(?:${DOT})(?:[\\w-]{1,30}(?:${DOT})){0,3}${TLD}|\\s(?:[\\w-]{1,40}(?:${SPOKEN_DOT})(?:[\\w-]{1,30}(?:${DOT})){0,3}${TLD}|${PROVIDERS}(?:${DOT})${TLD}))(?!\\w)`,
  'iy',
)
const LONGEST_SPOKEN = 120

function spokenEmailAt({ text, tokens }: Scan, index: number): Candidate | undefined {
  const sign = tokens[index]?.start ?? 0
  SPOKEN_DOMAIN.lastIndex = sign
  const domain = SPOKEN_DOMAIN.exec(text)
  if (domain === null) return undefined
  const local = SPOKEN_LOCAL.exec(text.slice(Math.max(0, sign - LONGEST_SPOKEN), sign))
  if (local === null) return undefined
  const [start, end] = [sign - local[0].length, sign + domain[0].length]
  return { kind: 'email', certainty: 'checked', start, end }
}

/** The sign or the dot written out: "jane dot doe at example dot com". */
export const SPOKEN_EMAIL_RULES: readonly TokenRule[] = [
  { at: ['at', 'arroba'], find: spokenEmailAt },
]

const SIGN = /@|%40|&#64;/
const SPACED = new RegExp(
  `[\\w.+-]{1,64}(?:${AT})[\\w-]{1,40}(?:${DOT})(?:[\\w-]{1,30}(?:${DOT})){0,3}${TLD}(?!\\w)`,
  'iy',
)

function wordStart(text: string, sign: number): number {
  let start = sign
  while (start > 0 && sign - start < LONGEST_LOCAL && /[\w.+-]/.test(text.charAt(start - 1)))
    start -= 1
  return start
}

/** "jane @ example . com", "jane%40example.com": the sign is there, with blanks or encoded. */
export function findSpacedEmails({ text }: Scan): Candidate[] {
  const found: Candidate[] = []
  if (!SIGN.test(text)) return found
  for (const sign of text.matchAll(/\s@\s?|@\s|%40|&#64;/g)) {
    const local = wordStart(text, sign.index)
    SPACED.lastIndex = local
    const match = SPACED.exec(text)
    if (match === null || local === sign.index) continue
    found.push({ kind: 'email', certainty: 'checked', start: local, end: local + match[0].length })
  }
  return found
}
