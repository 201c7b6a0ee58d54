import type { Candidate } from './candidate.ts'
import type { Rule } from './rule.ts'
import type { Scan } from './scan.ts'

const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const V4 = new RegExp(
  `(?<![\\w.-])(?:${BYTE}\\.){3}${BYTE}(?:/\\d{1,2}(?!\\d)|:\\d{2,5}(?!\\d))?(?![\\w-]|\\.\\w)`,
  'iy',
)
/** What comes before a version, a section or a build, and not before an address. */
const NUMBERED =
  /(?:\bv|\bver\.?|versions?|release|rel\.?|build|firmware|section|sec\.?|chapter|clause|item|figure|table|step|§|appendix|software|update|driver|[a-z]\/)[\s:#.]*$/i

/** Four bytes with dots, unless the text says it is a version or a section. */
export const IP_V4_RULES: readonly Rule[] = [
  {
    kind: 'ip-address',
    certainty: 'checked',
    at: 'number',
    size: [1, 3],
    pattern: V4,
    accepts: ({ text, start }) => {
      const before = text.slice(Math.max(0, start - 14), start)
      return before.endsWith('//') || !NUMBERED.test(before)
    },
  },
]

const V6 = /[0-9a-f:]{2,39}(?:\.\d{1,3}){0,3}(?:%\w{1,15})?(?:\/\d{1,3})?/iy

function isV6(value: string): boolean {
  const [address = ''] = value.split(/[%/]/)
  const halves = address.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const size = groups.length + (last.includes('.') ? 1 : 0)
  if (!groups.slice(0, -1).every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  if (!/^[0-9a-f]{1,4}$/i.test(last) && !new RegExp(`^(?:${BYTE}\\.){3}${BYTE}$`).test(last))
    return false
  if (halves.length === 1) return size === 8
  return size < 8 && size >= 2 && /\d/.test(address)
}

/** Addresses of version 6, whole or shortened. */
export function findIpV6({ text }: Scan): Candidate[] {
  const found: Candidate[] = []
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    let start = colon
    while (start > 0 && colon - start < 5 && /[0-9a-f]/i.test(text.charAt(start - 1))) start -= 1
    if (/[\w:.]/.test(text.charAt(start - 1)) || colon - start > 4) continue
    V6.lastIndex = start
    const match = V6.exec(text)
    if (match === null) continue
    const value = match[0].replace(/:$/, (tail) => (match[0].endsWith('::') ? tail : ''))
    const end = start + value.length
    if (/\w/.test(text.charAt(end)) || !isV6(value)) continue
    found.push({ kind: 'ip-address', certainty: 'checked', start, end })
    colon = end - 1
  }
  return found
}
