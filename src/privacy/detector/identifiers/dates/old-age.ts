import type { Rule } from '../rule.ts'
import { words } from '../words.ts'

const OLD = '(?:9\\d|1[0-2]\\d)'
const ONES = '(?:one|two|three|four|five|six|seven|eight|nine)'
const OLD_WORDS = `(?:ninety(?:[- ]${ONES})?|(?:a |one )?hundred(?:(?: and)?[- ]${ONES})?)`
const YEARS_OLD =
  '(?:[- ]?(?:years?|yrs?|yr\\.?)[- ]{1,2}(?:olds?|of age|young)|[- ]?y[./]?o\\b|[- ]?yo[fm]?\\b|[- ]?y/o|[- ]?yrs?\\b(?= old)|[- ]a[nñ]os(?: de edad)?|[- ]?(?:years|yrs)(?= (?:and|,))|[- ](?:year|yr) ?old)'

/** "90 or older" is the one way the rule allows to say it. */
const AGGREGATE =
  /^\s?(?:\+|plus\b|or (?:older|over|above|more)|and (?:older|over|above|up)|y m[aá]s|percent|%)/i

/** Ages over 89. */
export const OLD_AGE_RULES: readonly Rule[] = [
  {
    kind: 'date',
    certainty: 'checked',
    at: 'number',
    size: [2, 3],
    pattern: new RegExp(`(?<![\\w.$/-])${OLD}${YEARS_OLD}`, 'iy'),
    accepts: ({ text, end }) => !AGGREGATE.test(text.slice(end, end + 14)),
  },
  {
    kind: 'date',
    certainty: 'checked',
    at: 'mixed',
    size: [3, 6],
    pattern: new RegExp(
      `(?<![\\w.$/-])(?:${OLD}(?:yo[fm]?|y/o|yrs? old|y\\.o\\.?|year[- ]old)(?!\\w)|${OLD}[FMfm](?![\\w/-]))`,
      'iy',
    ),
  },
  {
    kind: 'date',
    certainty: 'named',
    at: words(
      "age aged ages turned turning turns edad is was she's he's i'm am she he cumplio cumple almost nearly tiene tengo",
    ),
    pattern: new RegExp(
      `(?:(?:age|edad)(?: ?(?:is|es|of|was|at death|de))?[\\s:=,]{1,3}|aged |ages |turn(?:ed|ing|s) |cumpli[oó] |cumple |(?:tiene|tengo) (?=\\d+ a[nñ]os)|(?:she is|he is|she's|he's|she was|he was|is|was|am|i'm|almost|nearly) (?:now |only |already |about |almost |nearly )?(?=\\d{2,3}(?:\\.|,| and| but| now|;|!|$| with| who| so)))(?<value>${OLD})(?![\\w%/:$]|[.,-]\\d)`,
      'diy',
    ),
    accepts: ({ text, end }) =>
      !AGGREGATE.test(text.slice(end, end + 14)) &&
      !/^ (?:days|percent|minutes|dollars|miles|pounds|lbs|beds|%|sessions|mg)/i.test(
        text.slice(end, end + 9),
      ),
  },
  {
    kind: 'date',
    certainty: 'checked',
    at: words('ninety hundred one a'),
    pattern: new RegExp(`${OLD_WORDS}${YEARS_OLD}`, 'iy'),
    accepts: ({ text, end }) => !AGGREGATE.test(text.slice(end, end + 14)),
  },
  {
    kind: 'date',
    certainty: 'named',
    at: words("age aged turned turning is she's he's"),
    pattern: new RegExp(
      `(?:age|aged|turned|turning|is|she's|he's) (?:of )?(?<value>ninety[- ]${ONES})(?![- ](?:days|percent|minutes|dollars|miles)|\\w)`,
      'diy',
    ),
  },
]
