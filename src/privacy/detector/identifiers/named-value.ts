import type { IdentifierKind } from '../finding.ts'
import type { Match, Rule } from './rule.ts'

const JOINT = `[\\s:;#=.,"'()\\[\\]<>*_/-]`

/** What stands between the name of a number and the number: "number is", "no.:", "ending in". */
const LINK =
  `${JOINT}{0,4}(?:(?:numbers?|num|nbr|nr|no|nº|n°|n\\.?º|n\\.o|id|identifier|code|is|are|was|es|son|reads|shows|` +
  `value|ends?|ending|termina|terminan|with|in|as|of|on|at|from|for|the|my|your|our|his|her|their|it|it's|that|de|del|en|` +
  `el|la|mi|su|numero|número|núm|last(?: (?:four|4))?|digits|final|first|full|new|old|card|file|plan|policy|account|hospital|` +
  `clinic|bracelet|wristband|label|letter|form|back|front|currently|now|below|above|listed|still)(?![a-z0-9])${JOINT}{1,4}){0,6}`

/** "number", "no.", "#" — or nothing, when what follows is plainly a number. */
export const NUMBER =
  '(?:numbers?|num\\b|nbr|no\\b\\.?|#|ids?|identifier|identification|code|n°|n\\.?º)'
const PLAINLY_A_NUMBER =
  '(?=[\\s:#=(,-]{1,3}(?:(?:is|was|are)\\s)?[a-z]{0,5}[-._ ]?(?=[a-z]{0,3}\\d)[a-z]{0,3}\\d[\\da-z-]{3,})'
export const NUMBERED = `(?:[ _-]?${NUMBER}|${PLAINLY_A_NUMBER})`

/** Letters and digits with inner dashes, dots or single blanks before further digits; a digit in it. */
export const CODE_VALUE =
  '(?=[a-z]{0,8}[-._/]?[a-z]{0,4}\\d|(?!(?:ssn|dob|mrn|at|on|in|of|is|to|the|for|and|or|by|ext|call|text|fax|tel|cell|ph|zip|apt|age|npi|dea|no|id|over|past|last|next|all|with|from|ask|see) )[a-z]{1,4} \\d)[a-z0-9](?:[a-z0-9]|[-._/](?=[a-z0-9])| (?=\\d{2,}(?![a-z/]))){2,39}(?![a-z0-9@])'

/** Digits, blanks, dashes, masks: "**** 4242". */
export const DIGIT_VALUE = '[\\dx*•](?:[\\dx*•]|[ -](?=[\\dx*•])){2,30}(?![a-z0-9])'

interface NamedValue {
  readonly kind: IdentifierKind
  /** First words of the names, lower case and without accents. */
  readonly at: readonly string[]
  /** The whole names, as a pattern. */
  readonly name: string
  readonly value?: string
  /** Digits the value must have; three unless told. */
  readonly digits?: number
  readonly accepts?: (match: Match) => boolean
}

const YEAR = /^(?:19|20)\d\d$/
const MONEY_OR_SHARE =
  /^\s?(?:%|percent|dollars|usd|days?\b|weeks?\b|months?\b|years?\b|hours?\b|minutes?\b|times\b)/i

/** Has a kind of its own, which the word before it does not change. */
const OTHERWISE =
  /^(?:(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.]\d{2,4}|\d{3}-\d{2}-\d{4}|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}.*|(?:\d{1,3}\.){3}\d{1,3})$/
const TELEPHONE = /^(?:1[-. ]?)?(?:[2-9]\d{2}[-. ])?\d{3}[-. ]\d{4}$|^1?[2-9]\d{2}[2-9]\d{6}$/
const SAYS_NUMBER =
  /number|\bno\b|#|\bids?\b|identif|code|key|mrn|acct|account|member|policy|claim|case|licen|plate/i

/** "client 512-555-0142" gives a telephone, "client id 512-555-0142" does not. */
function isOtherwise({ value, text, from, start }: Match): boolean {
  if (OTHERWISE.test(value)) return true
  return TELEPHONE.test(value) && !SAYS_NUMBER.test(text.slice(from, start))
}

function hasDigits(value: string, wanted: number): boolean {
  let count = 0
  for (const character of value) if (character >= '0' && character <= '9') count += 1
  return count >= wanted
}

/** A rule for values that stand after their name: "member ID: W123456789". */
export function namedValue(spec: NamedValue): Rule {
  const { kind, at, name, value = CODE_VALUE, digits = 3, accepts } = spec
  return {
    kind,
    certainty: 'named',
    at,
    pattern: new RegExp(`(?:${name})(?:(?<=#)|(?![a-z]))${LINK}(?<value>${value})`, 'diy'),
    accepts: (match) =>
      hasDigits(match.value, digits) &&
      !YEAR.test(match.value) &&
      !isOtherwise(match) &&
      !MONEY_OR_SHARE.test(match.text.slice(match.end, match.end + 9)) &&
      accepts?.(match) !== false,
  }
}
