import type { z } from 'zod'
import { asking } from './suggest.ts'

/** What to write instead, as the end of a sentence; nothing where it cannot be told. */
export function remedy(
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[],
  value: unknown,
): string {
  const key = String(path.at(-1))
  if (issue.code === 'invalid_type') {
    const isList = path.at(-2) === 'lists' && typeof value === 'string'
    return isList ? `; or write a list: [${value}]` : remedyForKind(issue.expected, key, value)
  }
  if (issue.code === 'invalid_format') return asking(wellFormed(value, issue.pattern))
  if (issue.code === 'invalid_key') return asking(wellFormed(key, patternOf(issue.issues[0])))
  if (issue.code === 'invalid_union' && key === 'equals' && Array.isArray(value)) {
    return '; for several values use in'
  }
  if (issue.code === 'too_small' && isPart(value) && key.startsWith('percent')) {
    return `; for ${value * 100}% write ${value * 100}`
  }
  return ''
}

function remedyForKind(expected: string, key: string, value: unknown): string {
  if (expected === 'number' || expected === 'int') return writing(numberIn(value, key))
  if (expected === 'array') {
    if (typeof value === 'string') return writing(`[${value}]`)
    return typeof value === 'object' && value !== null ? '; start each entry with "- "' : ''
  }
  if (key === 'inList' && Array.isArray(value)) {
    return ': the name of one list; for codes written here use in'
  }
  return ''
}

const writing = (text: string | undefined): string => (text === undefined ? '' : `; write ${text}`)

/** `20` of "20 points", `30` of "30d", `240` of "4h" where minutes are asked for. */
function numberIn(value: unknown, key: string): string | undefined {
  const found = /^\s*([-+]?\d+(?:\.\d+)?)\s*([%+]|[a-z]*)\s*$/i.exec(String(value))
  if (typeof value !== 'string' || found === null) return undefined
  const [, digits = '', unit = ''] = found
  const isHours = /^h(ours?|rs?)?$/i.test(unit)
  if (key.endsWith('Minutes') && isHours) return String(Number(digits) * 60)
  const isOwn = /^([%+]|points?|pts?|d|days?|min|minutes?|times?|x)?$/i.test(unit)
  return isOwn ? String(Number(digits)) : undefined
}

const isPart = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value < 1

/** The text as an id or as the name of a fact, whichever is asked for. */
function wellFormed(value: unknown, pattern: string | undefined): string | undefined {
  const asked = pattern === undefined ? undefined : /^\/(.*)\/[a-z]*$/s.exec(pattern)?.[1]
  if (typeof value !== 'string' || asked === undefined) return undefined
  const words = value
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const [first = '', ...rest] = words
  const joined = rest.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
  const candidates = [words.join('-'), [first, ...joined].join('')]
  return candidates.find((candidate) => new RegExp(asked).test(candidate))
}

function patternOf(issue: z.core.$ZodIssue | undefined): string | undefined {
  return issue?.code === 'invalid_format' ? issue.pattern : undefined
}
