import type { Match, Rule } from '../rule.ts'
import { words } from '../words.ts'
import { DAY, FULL_MONTHS, MONTH_WORDS, MONTHS, ORDINAL_WORDS, YEAR } from './months.ts'

const SUFFIX = '(?:st|nd|rd|th|º|°)?'
const TAIL = `(?:(?:,| of| del?|,? de|[/-])? ?'?(?:${YEAR}|(?<=')\\d{2}))?`
const ORDINAL = `(?:${DAY}(?:st|nd|rd|th)|${ORDINAL_WORDS})`

const VERBS = new Set(['may', 'march', 'mar'])

/** "May 2 people come?" and "we march 3 miles" are no dates. */
function isMonth({ text, start, value, end }: Match): boolean {
  const word = /^[a-z]+/i.exec(value)?.[0] ?? ''
  if (!VERBS.has(word.toLowerCase())) return word.length > 3 || /^[A-Z]|\d/.test(value)
  if (/\d{4}|(?:st|nd|rd|th)$/i.test(value)) return true
  const before = text.slice(Math.max(0, start - 12), start)
  if (/\b(?:on|since|of|by|until|before|after|born|from|in|last|next|this)\s$/i.test(before))
    return true
  if (!/^[A-Z]/.test(word)) return false
  return !/^\s(?!at\b|and\b|to\b|through\b|or\b|for\b|with\b|in\b|is\b|was\b|from\b|the\b|he\b|she\b|we\b|they\b|works?\b|i\b)[a-z]/i.test(
    text.slice(end, end + 10),
  )
}

/** "in March": a month of somebody's story, and not of everybody's year. */
function isOneMonth({ text, start, end, value }: Match): boolean {
  const word = value.trim()
  if (!/^[A-Z]/.test(word) && /^(?:may|march)/i.test(word)) return false
  const around = text.slice(Math.max(0, start - 70), end + 50)
  if (
    /\b(?:every|each|usually|awareness|typical(?:ly)?|annual(?:ly)?|open enrol\w+|fiscal|month of|holiday season|quarter)\b/i.test(
      around,
    )
  )
    return false
  return /\b(?:in|since|last|next|this|this past|past|until|till|by|early|late|mid|mid-|during|before|after|back in|around|end of|beginning of|middle of|start of|en|desde|hasta)[\s-]$/i.test(
    text.slice(Math.max(0, start - 14), start),
  )
}

const kind = 'date'

/** Dates with the month in letters, in English and Spanish. */
export const WRITTEN_DATE_RULES: readonly Rule[] = [
  {
    kind,
    certainty: 'checked',
    at: MONTH_WORDS,
    pattern: new RegExp(
      `${MONTHS}(?: the)?[ -/]{1,2}(?:${DAY}${SUFFIX}(?!\\d|[:%]|\\.\\d|/\\d)|${ORDINAL_WORDS}(?![a-z]))(?: ?(?:-|to|through|and|&) ?(?:${DAY})(?:st|nd|rd|th)?(?![\\d:]))?(?:(?:,|,? of|[ -])? ?'?(?:${YEAR}|(?<=')\\d{2}|(?<=-)\\d{2}|\\d{2}(?=\\s*(?:$|[.;\\n]))))?(?![\\w%])`,
      'iy',
    ),
    accepts: isMonth,
  },
  {
    kind,
    certainty: 'checked',
    at: MONTH_WORDS,
    pattern: new RegExp(
      `${MONTHS}(?:,? | of |/|-| de(?:l)? )'?(?:${YEAR}|(?<=')\\d{2})(?!\\w)`,
      'iy',
    ),
  },
  {
    kind,
    certainty: 'plain',
    at: MONTH_WORDS,
    pattern: new RegExp(`${FULL_MONTHS}(?![\\w'])`, 'iy'),
    accepts: isOneMonth,
  },
  {
    kind,
    certainty: 'checked',
    at: 'number',
    size: [1, 2],
    pattern: new RegExp(
      `(?<![\\w./$-])${DAY}[ /-](?:de )?${MONTHS}(?![a-z])(?:[ -]{1,2})?${TAIL}(?!\\w)`,
      'iy',
    ),
    accepts: ({ value, text, end }) =>
      !/(?:may|mar|dec|sep|march)$/i.test(value) ||
      !/^\s?[a-z]/.test(text.slice(end, end + 2)) ||
      /[A-Z]/.test(value),
  },
  {
    kind,
    certainty: 'checked',
    at: 'mixed',
    size: [3, 4],
    pattern: new RegExp(
      `${DAY}(?:st|nd|rd|th|º)(?: (?:day )?of)?(?: de)?[ -]${MONTHS}(?![a-z])[ -]?${TAIL}(?!\\w)`,
      'iy',
    ),
  },
  {
    kind,
    certainty: 'checked',
    at: 'mixed',
    size: [6, 11],
    pattern: new RegExp(
      `(?<![\\w-])${DAY}-?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)-?(?:${YEAR}|\\d{2})(?!\\w)`,
      'iy',
    ),
  },
  {
    kind,
    certainty: 'checked',
    at: words(
      'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth twenty thirty primero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta',
    ),
    pattern: new RegExp(
      `(?:${ORDINAL_WORDS}(?: day)? of|primero de|(?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta) de) ${MONTHS}(?![a-z])${TAIL}(?!\\w)`,
      'iy',
    ),
  },
  {
    // "on the 14th", when no thing is counted with it.
    kind,
    certainty: 'plain',
    at: 'mixed',
    size: [3, 4],
    pattern: new RegExp(
      `(?<=\\b(?:on|by|since|until|till|before|after|for|from|through|to|starting)(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day)?,? the )${ORDINAL}(?=\\s{0,2}(?:$|[.,;:!?)\\n]|(?:at|in|for|of (?:this|last|next|the) month|and|or|to|through|with|but|so|if|when|because|is|was|i|we|she|he|they|around|after|before|works?|this|last|next)\\b))`,
      'iy',
    ),
  },
]
