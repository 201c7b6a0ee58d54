import type { Candidate } from './candidate.ts'
import { type Match, type Rule } from './rule.ts'
import type { Scan } from './scan.ts'
import { words } from './words.ts'

const EXTENSION = '(?:[ ,;]{0,3}(?:x|ext\\.?|extension|extn\\.?|#)[ .:]?\\d{1,6})?'
const END = '(?![\\w%$]|[-.]\\d|,\\d{3})'
/** Lines that anybody is told to ring: they single out nobody. */
const PUBLIC_LINES = new Set([
  '8002738255',
  '8006624357',
  '8007997233',
  '8009506264',
  '8664887386',
  '8775658860',
  '8006564673',
  '8004224453',
  '8002221222',
  '8777266727',
  '8003674677',
  '8888432273',
  '8003662666',
])

function significant(value: string): string {
  const digits = value.replace(/(?:x|ext|#).*$/i, '').replace(/\D/g, '')
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}

const isPrivateLine = (value: string): boolean => !PUBLIC_LINES.has(significant(value))

const CALLING =
  /(?:phone|tel[eé]?f?o?n?o?|tele|cell|cel|celular|m[oó]vil|mobile|call(?:ed|s|ing|back)?|ring|rang|dial(?:ed)?|text(?:ed|ing)?|sms|whats ?app|contact|reach|number|n[uú]mero|num|no|line|ph|fax|voicemail|vm|callback|cb|at|home|work|llam[ea](?:r|me|ndo)?|dad|mom|direct|office|landline|#|[pcmhtw])[\s:.#)(='"]{0,5}(?:(?:is|es|at|on|me|us|her|him|them|number|no|#|me al|al|en|back|my|cell|phone)[\s:.#('"]{1,3}){0,5}$/i

function isCalled({ text, start }: Match): boolean {
  return CALLING.test(text.slice(Math.max(0, start - 48), start))
}

function digitCount(value: string): number {
  return value.replace(/(?:x|ext).*$/i, '').replace(/\D/g, '').length
}

/** Tried at the first digit; a "+", "(" or "1-" before it is taken in afterwards. */
const PATTERNS: readonly Rule[] = [
  {
    kind: 'phone',
    certainty: 'checked',
    at: 'number',
    size: [1, 3],
    pattern: new RegExp(
      `(?<![\\w$.]|\\d[-/])(?:1[-. ]{1,2}|1 ?(?=\\())?\\(?\\d{3}\\)?(?:[-. /•·]{1,3}|(?<=\\)))\\d{3}[-. •·]{0,3}\\d{4}${EXTENSION}${END}`,
      'iy',
    ),
    accepts: (match) =>
      isPrivateLine(match.value) &&
      (!/^\d{3} \d{3} \d{4}/.test(match.value) || /^[2-9]/.test(match.value) || isCalled(match)),
  },
  {
    kind: 'phone',
    certainty: 'plain',
    at: 'number',
    size: [10, 11],
    pattern: new RegExp(`(?<![\\w$.#-])1?[2-9]\\d{2}[2-9]\\d{6}${EXTENSION}${END}`, 'iy'),
    accepts: ({ value, text, start }) => isPrivateLine(value) && text.charAt(start - 1) !== '_',
  },
  {
    kind: 'phone',
    certainty: 'checked',
    at: 'number',
    size: [1, 15],
    pattern: new RegExp(
      `(?<=\\+)\\d{1,3}[-. /]{0,2}(?:\\(\\d{1,4}\\)[-. ]{0,2})?\\d(?:[-. /()]{0,2}\\d){5,13}${EXTENSION}(?![\\w]|[-.]\\d)`,
      'iy',
    ),
    accepts: ({ value }) => digitCount(value) >= 8 && isPrivateLine(value),
  },
  {
    kind: 'phone',
    certainty: 'checked',
    at: 'number',
    size: [2, 15],
    pattern:
      /(?<![\w.-])(?:00|011[- ]?)[1-9]\d{0,2}[-. ]?(?:\(?\d{1,4}\)?[-. ]?){2,5}\d{2,4}(?!\w)/iy,
    accepts: ({ value }) =>
      digitCount(value) >= 10 && digitCount(value) <= 16 && /[-. ]/.test(value),
  },
  {
    // A national number of the United Kingdom.
    kind: 'phone',
    certainty: 'plain',
    at: 'number',
    size: [3, 5],
    pattern: /(?<![\w.+-])0(?:7\d{3}|\d{2}|1\d{3}|11\d|20)\)? ?\d{3,4} ?\d{3,4}(?![\w]|[-.]\d)/iy,
  },
  {
    kind: 'phone',
    certainty: 'plain',
    at: 'number',
    size: [3, 3],
    pattern: new RegExp(`(?<![\\w$./-])[2-9]\\d{2}[-. ]\\d{4}${EXTENSION}${END}`, 'iy'),
    accepts: (match) => match.value.startsWith('555') || isCalled(match),
  },
  {
    kind: 'phone',
    certainty: 'plain',
    at: 'number',
    size: [1, 15],
    pattern: new RegExp(
      `(?<![\\w$./-])\\(?\\d{1,4}\\)?(?:[-. ]?\\d{2,5}){1,5}${EXTENSION}${END}`,
      'iy',
    ),
    accepts: (match) =>
      digitCount(match.value) >= 7 &&
      digitCount(match.value) <= 15 &&
      isPrivateLine(match.value) &&
      isDialled(match),
  },
  {
    kind: 'phone',
    certainty: 'named',
    at: words('phone cell mobile number line telephone celular fax'),
    pattern:
      /(?:phone|cell|mobile|telephone|celular|fax)(?: (?:number|no\.?|#))? (?:(?:that )?end(?:s|ing)(?: (?:in|with))?|(?:with )?last (?:four|4)(?: digits)?(?: (?:is|are|of))?|que termina en)[\s:]{1,2}(?<value>\d{4})(?!\w)/diy,
  },
]

const DIALLED =
  /(?:phone|tel(?:e|[eé]fono)?|cell|celular|m[oó]vil|mobile|call(?: me| us| back| her| him)?|text(?: me)?|sms|whats ?app|reach(?: me| us| her| him)?|ph|fax|voicemail|callback|cb|ll[aá]m[ea](?:r|me)|landline)(?: ?(?:number|num|no\.?|#|n[uú]mero))?[\s:.#)(='"]{0,5}(?:(?:is|es|at|on|al|en)[\s:.#('"]{1,3}){0,3}$/i

function isDialled({ text, start, value }: Match): boolean {
  if (/^\d{1,2}[-. ]\d{1,2}[-. ]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  return DIALLED.test(text.slice(Math.max(0, start - 48), start))
}

export const PHONE_RULES: readonly Rule[] = PATTERNS

const NUMBER_WORD =
  '(?:\\d{1,4}|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)'

/** Numbers read out: "five one two, five five five, oh one four two". */
export const SPOKEN_PHONE_RULES: readonly Rule[] = [
  {
    kind: 'phone',
    certainty: 'checked',
    at: words(
      'zero oh one two three four five six seven eight nine double area cero uno dos tres cuatro cinco seis siete ocho nueve',
    ),
    pattern: new RegExp(`${NUMBER_WORD}(?:[\\s,.-]{1,3}${NUMBER_WORD}){6,15}(?![a-z])`, 'iy'),
  },
]

const FAX_BEFORE =
  /(?:(?:\b|_|e-?|re-?)fax(?:es|ed|ing)?|facsimile|telefax|\bfx\b|\bf\s?[:.]|\bF(?= ))(?:(?!phone|\btel|cell|mobile|call|text|\bph\b)[^\n\d]){0,40}(?:\+?1?[-. (]{0,3})$/i
const FAX_AFTER =
  /^[\s,-]{0,3}(?:\((?:fax|f|facsimile|e-?fax)\b|\[fax\]|[-, ]{0,2}(?:e-?fax|facsimile)(?=\s*(?:[.,;)\n]|$|line|number|machine|is\b)))/i

const FAX_OR_PHONE = 64

/** A number is a fax when the nearest word before it, or a bracket after it, says so. */
export function tellFaxes(candidates: readonly Candidate[], { text }: Scan): Candidate[] {
  return candidates.map((one) => {
    if (one.kind !== 'phone') return one
    const before = text.slice(Math.max(0, one.start - FAX_OR_PHONE), one.start)
    const after = text.slice(one.end, one.end + 24)
    const isPhoneAfter = /^[\s,-]{0,3}[([](?:phone|cell|tel|mobile|home|work|office|p|c|m)\b/i.test(
      after,
    )
    const isFax = FAX_AFTER.test(after) || (!isPhoneAfter && FAX_BEFORE.test(before))
    return isFax ? { ...one, kind: 'fax', certainty: one.certainty } : one
  })
}
