import type { Match, Rule } from '../rule.ts'
import { words } from '../words.ts'
import { STATE_CODES, STATE_NAMES } from './states.ts'

/** Prefixes of areas with 20,000 people or fewer (HHS guidance of 2012 after the Census of 2000). */
const RESTRICTED_PREFIXES: ReadonlySet<string> = new Set(
  '036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893'.split(' '),
)

const kind = 'geography'
const STATE = `(?:${STATE_CODES.join('|')})`
const STATE_NAME = `(?:${STATE_NAMES.join('|')})`
const BEFORE_ZIP = new RegExp(
  `(?:(?:\\b${STATE}\\.?|\\b(?:${STATE_NAMES.map((name) => name.replace(/(?:^| )\w/g, (first) => first.toUpperCase())).join('|')}))[,.]? {1,2})$`,
)
const LIVES =
  /\b(?:live[sd]?|living|located|resid(?:e|es|ing)|area|near|around|based|from|moved to|home is|we're|i'm|i am|clinics?|therapists?|office|providers?|centers?|services?|serving|anyone|someone|address|are|is|houses?)(?: (?:in|at|near|to|around|is|code|close to|within|of))*[\s:]$/i

function isPlaced({ text, start, end }: Match): boolean {
  const before = text.slice(Math.max(0, start - 32), start)
  return (
    BEFORE_ZIP.test(before) ||
    LIVES.test(before) ||
    /^ (?:area|zip|region)\b/i.test(text.slice(end, end + 8))
  )
}

/** Postal codes: five figures with their state or their name, nine always. */
export const POSTCODE_RULES: readonly Rule[] = [
  {
    kind,
    certainty: 'checked',
    at: 'number',
    size: [5, 5],
    pattern: /(?<![\w.$/#-])\d{5}-\d{4}(?![\w]|[-.]\d)/iy,
  },
  {
    kind,
    certainty: 'checked',
    at: 'number',
    size: [5, 5],
    pattern:
      /(?<![\w.$/#-])\d{5}(?![\w%]|[-.,/]\d| ?(?:dollars|members|employees|people|leads|lives|units))/iy,
    accepts: isPlaced,
  },
  {
    kind,
    certainty: 'named',
    at: words('zip zipcode zips postal postcode codigo cp c post'),
    pattern:
      /(?:zip(?:[ _-]?codes?)?|zips|postal(?:[ _-]?code)?|postcode|post code|c[oó]digo postal|c\.? ?p\.?)(?: ?\+ ?4)?[\s:=#"'(]{1,4}(?:(?:is|are|es|of|was|area|code|in|starts? with|beginning with)[\s:]{1,2}){0,3}(?<value>\d{5}(?:-\d{4})?)(?![\w])/diy,
  },
  {
    kind,
    certainty: 'named',
    at: words('zip zip3 zipcode three 3 prefix zips first'),
    pattern:
      /(?:zip[ _-]?3|zip(?:[ _-]?codes?)?|zips|(?:three|3)[- ]digit zip(?: code)?)(?: prefix| area| code| digits)?[\s:=#"'(]{1,4}(?:(?:is|of|area|prefix|code|starts? with|starting with|begins? with|beginning with|beginning|first (?:three|3)(?: digits)?(?: are)?)[\s:]{1,2}){0,3}(?<value>\d{3})(?:xx|\*\*)?(?![\w-])/diy,
    accepts: ({ value }) => RESTRICTED_PREFIXES.has(value),
  },
  {
    kind,
    certainty: 'named',
    at: 'mixed',
    size: [5, 5],
    pattern: /\d{3}(?:xx|\*\*)(?!\w)/iy,
    accepts: ({ value }) => RESTRICTED_PREFIXES.has(value.slice(0, 3)),
  },
  {
    kind,
    certainty: 'plain',
    at: 'mixed',
    size: [3, 6],
    pattern: /(?<![\w-])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d(?![\w-])/y,
  },
  {
    kind,
    certainty: 'plain',
    at: 'mixed',
    size: [2, 4],
    pattern: /(?<![\w-])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\w-])/y,
  },
  {
    kind,
    certainty: 'plain',
    at: 'mixed',
    size: [4, 8],
    pattern: /(?<!\w)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)/y,
  },
]

/** Where on earth, in degrees. */
export const COORDINATE_RULES: readonly Rule[] = [
  {
    kind,
    certainty: 'checked',
    at: 'number',
    size: [1, 2],
    pattern:
      /(?<![\w./$])(?:[1-8]?\d|90)\.\d{3,15}°? ?[NS]?[,;]? {0,2}[-+]?(?:1[0-7]\d|\d{1,2}|180)\.\d{3,15}(?:°? ?[EW])?(?![\w%]|\.\d)/iy,
  },
  {
    kind,
    certainty: 'checked',
    at: 'number',
    size: [1, 3],
    pattern:
      /(?<![\w.])\d{1,3}(?:\.\d{1,10})?° ?(?:\d{1,2}(?:\.\d{1,8})?['′] ?(?:\d{1,2}(?:\.\d{1,8})?["″] ?)?)?[NSEW](?!\w)/iy,
  },
  {
    kind,
    certainty: 'named',
    at: words('lat latitude lng lon long longitude latitud longitud gps geo coordinates'),
    pattern:
      /(?:lat(?:itude|itud)?|lng|long?(?:itude|itud)?|gps|geo|coordinates)["']?[\s:=(]{1,4}["']?(?:is )?(?<value>[-+]?\d{1,3}\.\d{2,15}(?:°?,? ?[-+]?\d{1,3}\.\d{2,15})?)/diy,
  },
]

export const STATE_PATTERN = `(?:${STATE}|${STATE_NAME})`
