import type { Candidate } from '../candidate.ts'
import { NOT_A_NAME } from '../names/words-of-capital.ts'
import type { Match, Rule, TokenRule } from '../rule.ts'
import type { Scan, Token } from '../scan.ts'
import { words } from '../words.ts'

const STRONG =
  'street|avenue|ave|road|boulevard|blvd|lane|parkway|pkwy|highway|hwy|terrace|circle|turnpike|tpke|expressway|calle|crescent|close|mews|trail|drive|alley|broadway'
const WEAK =
  'st|rd|dr|ln|ct|court|cir|way|place|pl|ter|terr|trl|sq|square|loop|plaza|plz|crossing|xing|cove|cv|bend|run|ridge|point|pt|path|pike|row|walk|pass|park|glen|hollow|hill|gardens|commons|landing|heights|view|vista|creek|route|rte|route|fwy|freeway|mall|wharf|bypass|causeway|spur|trace'
const DIRECTION = '(?:north|south|east|west|n|s|e|w|ne|nw|se|sw)\\.?'
const UNIT =
  '(?:,? {0,2}(?:#|apt\\.?|apartment|unit|suite|ste\\.?|rm\\.?|room|floor|fl\\.?|bldg\\.?|building|lot|dept\\.?|ph)[ #.]{0,3}[a-z]?[\\w-]{0,6}(?![\\w]))?'
const WORD = "[a-z0-9][a-z0-9'.]{0,20}"

/** Things counted, so that "a 5 minute drive" and "2 blocks up the road" are no addresses. */
const COUNTED =
  /^\d+[ -](?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|miles?|mi|blocks?|km|step|steps|people|times|beds?|car|lane|way|more|of|year|yo|different|other|percent|%|a\.?m|p\.?m|sessions?|visits?|calls?|emails?|leads?|and|or|to|in|on|for|per|patients?|clients?|am|pm|feet|ft|acres?|kids?|children|mg|pills?|drinks?|beers?|out|story|point|star|stars)\b/i

function isTitled(value: string): boolean {
  return /^\S+ (?:[NSEW]{1,2}\.? )?(?:[A-Z]|\d+(?:st|nd|rd|th))/.test(value)
}

function isAddress({ value }: Match): boolean {
  if (COUNTED.test(value)) return false
  if (
    /\b(?:minutes?|hours?|miles?|days?|weeks?|years?|the|a|my|is|was|and|i|we|you|he|she|it|will|that|long)\b/i.test(
      value.replace(/^\S+/, '').replace(/,.*/, ''),
    ) &&
    !isTitled(value)
  )
    return false
  return (
    isTitled(value) ||
    new RegExp(`\\b(?:${STRONG})\\b`, 'i').test(value) ||
    /\b(?:apt|unit|ste|suite|#)\b/i.test(value)
  )
}

const kind = 'geography'

/** Street addresses, post boxes and rural routes. */
export const STREET_RULES: readonly Rule[] = [
  ...(['number', 'mixed'] as const).map(
    (at): Rule => ({
      kind,
      at,
      size: [1, 7],
      certainty: 'checked',
      pattern: new RegExp(
        `(?<![\\w.$/-])\\d{1,6}(?:-\\d{1,4}|[a-d]|½| 1/2)?,? (?:${DIRECTION} )?(?:${WORD} ){1,4}?(?:${STRONG}|${WEAK})(?![a-z])\\.?(?: ${DIRECTION}(?![a-z]))?${UNIT}`,
        'iy',
      ),
      accepts: isAddress,
    }),
  ),
  ...(['number', 'mixed'] as const).map(
    (at): Rule => ({
      kind,
      at,
      size: [1, 7],
      certainty: 'checked',
      pattern: new RegExp(
        `(?<![\\w.$/-])\\d{1,6} (?:${DIRECTION} )?(?:highway|hwy|county (?:road|rd)|cr|fm|state (?:road|route|highway)|sr|us[- ](?:highway|hwy|route)?|us|route|rte|avenue|ave|camino|via|avenida|calle|paseo|rue|interstate|ranch road|rr|broadway|boulevard) ?(?:de |del |la |el |los |las )?(?:\\d{1,4}|[A-Z][\\w'áéíóúñ]{1,20}(?: [A-Z][\\w'áéíóúñ]{1,20})?)(?: ${DIRECTION}(?![a-z]))?${UNIT}`,
        'iy',
      ),
      accepts: ({ value }) => !COUNTED.test(value),
    }),
  ),
  {
    kind,
    certainty: 'checked',
    at: words('po p post box pobox apartado pmb rr hc'),
    pattern:
      /(?:p\.? ?o\.? ?box|post office box|pobox|apartado(?: postal)?|pmb|(?:rr|hc) ?#? ?\d{1,3},? box|box(?= ?#?\d{2,6}, [A-Z]))[ #:.no]{0,6}\d{1,6}(?![\w])/iy,
  },
  {
    kind,
    certainty: 'checked',
    at: words(
      'calle avenida av avda boulevard blvd carretera colonia col fraccionamiento paseo callejon camino barrio urbanizacion urb',
    ),
    pattern:
      /(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Aa]vda\.?|[Cc]arretera|[Pp]aseo|[Cc]allej[oó]n|[Cc]amino|[Bb]ulevar|[Bb]lvd\.?|[Bb]oulevard) (?:de |del |la |el |los |las )*(?:[A-Z0-9À-Ý][\wà-ÿ.]{0,20} ?){1,4}(?:,? ?(?:no\.?|n[uú]m\.?|#)? ?\d{1,5})?|(?:[Cc]olonia|[Cc]ol\.|[Ff]raccionamiento|[Bb]arrio|[Uu]rb(?:anizaci[oó]n)?\.?) (?:[A-ZÀ-Ý][\wà-ÿ.]{1,20} ?){1,3}/y,
  },
  {
    kind,
    certainty: 'plain',
    at: words('apt apartment unit suite ste lot'),
    pattern:
      /(?:apt|apartment|ste|suite)\.? ?(?:no\.? ?|number |# ?)?(?:\d{1,5}[a-z]?|[a-z]-?\d{1,4})(?![\w])/iy,
  },
  {
    // A named street without a number, after a word of place.
    kind,
    certainty: 'plain',
    at: words('on at off near corner along between en'),
    pattern: new RegExp(
      `(?:on|at|off|near|along|between|en|corner of|off of)(?: the)? (?:the corner of )?(?<value>(?:[NSEW]\\.? |North |South |East |West )?(?:[A-Z][a-z']{1,20} |\\d{1,3}(?:st|nd|rd|th) ){1,3}(?:Street|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Parkway|Pkwy|St|Terrace|Circle|Place)(?![a-z])|[A-Z0-9][a-z0-9]{0,15}(?: [A-Z][a-z]{1,15})? (?:and|&) [A-Z0-9][a-z0-9]{1,15}(?= (?:in|near|St|Ave|streets?|downtown)))`,
      'dy',
    ),
    accepts: ({ value }) => !/^(?:Wall|Sesame|Easy|Main Street America)/.test(value),
  },
  {
    kind,
    certainty: 'plain',
    at: words('interstate highway hwy us exit route mile'),
    pattern:
      /(?:(?:interstate |us-|highway |hwy\.? |route )\d{1,4}(?: [NSEW]\b)?,? (?:(?:at|near|off) )?(?:exit|mile(?: marker| post)?|mm) ?\d{1,4}[a-z]?|mile(?: marker| post) \d{1,4})/iy,
  },
  {
    kind,
    certainty: 'checked',
    at: ['corner', 'intersection'],
    pattern: /(?:corner|intersection) of (?:the )?\w{1,20}(?: \w{1,12})? (?:and|&) \w{1,20}/iy,
  },
  {
    kind,
    certainty: 'plain',
    at: words('san santa los las fort ft mount mt port cape rancho'),
    pattern:
      /(?:San|Santa|Los|Las|Fort|Ft\.|Mount|Mt\.|Port|Cape|Rancho) [A-Z][a-zà-ÿ]{2,20}(?![a-z])/y,
    accepts: ({ value }) =>
      !NOT_A_NAME.has(value.toLowerCase().replace(/^\S+ /, '')) && !value.endsWith('Claus'),
  },
  {
    kind,
    certainty: 'checked',
    at: words('rural census precinct tract'),
    pattern:
      /rural (?:route|rte\.?|delivery) ?\d{1,3}(?:,? box ?\d{1,5})?|census tract ?[\d.]{2,8}|(?:precinct|tract) (?:no\.? )?#?\d{2,6}/iy,
  },
]

const LONGEST_STREET = 3

function streetAt(scan: Scan, index: number): Candidate | undefined {
  const { text, tokens } = scan
  const token = tokens[index]
  if (token === undefined || (token.shape === 'lower' && token.word !== 'blvd')) return undefined
  let first = index
  const joins = (at: number): boolean =>
    text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start) === ' ' &&
    isStreetWord(tokens[at - 1], token)
  while (index - first < LONGEST_STREET && joins(first)) first -= 1
  if (!isStreet(tokens.slice(first, index), token)) return undefined
  const start = tokens[first]?.start ?? token.start
  return { kind: 'geography', certainty: 'checked', start, end: token.end }
}

/** "SW 8th Street", "Orchard View Rd": streets written without a house number. */
export const STREET_NAME_RULES: readonly TokenRule[] = [
  {
    at: words('street avenue ave road rd boulevard blvd lane ln parkway pkwy terrace st'),
    find: streetAt,
  },
]

function isStreet(name: readonly Token[], { word }: Token): boolean {
  if (name.some(({ shape }) => shape === 'mixed')) return true
  return word !== 'st' && name.some((part) => !NOT_A_NAME.has(part.word) && !FAMOUS.has(part.word))
}

const FAMOUS = new Set('wall sesame high main easy long open rocky bumpy recovery'.split(' '))

function isStreetWord(token: Token | undefined, suffix: Token): boolean {
  if (token === undefined) return false
  const { word, shape } = token
  if (suffix.shape === 'lower') return shape === 'lower' && !NOT_A_NAME.has(word)
  if (shape === 'capital') return !NOT_A_NAME.has(word) || DIRECTIONS.has(word) || FAMOUS.has(word)
  if (shape === 'mixed') return /^\d{1,3}(?:st|nd|rd|th)$/.test(word)
  return (shape === 'caps' || shape === 'initial') && DIRECTIONS.has(word)
}

const DIRECTIONS = new Set(
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest'.split(' '),
)
