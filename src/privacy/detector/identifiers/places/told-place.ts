import { NOT_A_NAME, ORGANISATION_WORDS } from '../names/words-of-capital.ts'
import type { Rule } from '../rule.ts'
import { words } from '../words.ts'
import { STATE_NAMES } from './states.ts'

const STATES = new Set(STATE_NAMES)

const WORD = "[A-Z][a-zà-ÿ'-]{1,20}"
const TOWN = `(?<value>(?:(?:St|Ft|Mt)\\. )?${WORD}(?: (?:de |la |of )?${WORD}){0,2})`

/** Places known by what is said of them. */
export const PLACE_RULES: readonly Rule[] = [
  {
    kind: 'geography',
    certainty: 'plain',
    at: words(
      'live lives living lived reside resides residing moved moving relocated relocating located based raised grew hometown commute commuting drive driving vivo vive vivimos resident town city ciudad suburb neighborhood village township municipality municipio born staying county outside downtown barrio borough',
    ),
    pattern: new RegExp(
      `(?:[Ll]iv(?:e|es|ing|ed)|[Rr]esid(?:e|es|ing)|[Rr]esident|[Mm]ov(?:ed|ing)|[Rr]elocat(?:ed|ing)|[Ll]ocated|[Bb]ased|[Rr]aised|[Gg]rew up|[Cc]ommut(?:e|ing)|[Dd]riv(?:e|ing)|[Vv]iv(?:o|e|imos)|[Bb]orn|[Ss]taying|[Tt]own|[Cc]ity|[Cc]iudad|[Ss]uburb|[Nn]eighborhood|[Vv]illage|[Tt]ownship|[Mm]unicipality|[Mm]unicipio|[Cc]ounty|[Oo]utside|[Dd]owntown|[Bb]arrio|[Bb]orough|[Hh]ometown)(?: (?:back|over|out|up|down|just|currently|here|there|now|alone))?(?: (?:in|to|from|near|of|outside(?: of)?|around|en|de|is|es)|[:=]|(?<=[Oo]utside|[Dd]owntown))(?: (?:the|a|small|town|city|of|called|suburb)){0,4} ${TOWN}`,
      'dy',
    ),
    accepts: ({ value }) => isPlaceName(value),
  },
  {
    kind: 'geography',
    certainty: 'plain',
    at: words(
      'city town county parish municipality neighborhood ciudad condado municipio borough suburb village township location hometown residence lives poblacion localidad',
    ),
    pattern: new RegExp(
      `(?:[Cc]ity|[Tt]own|[Cc]ounty|[Pp]arish|[Mm]unicipality|[Nn]eighborhood|[Cc]iudad|[Cc]ondado|[Mm]unicipio|[Bb]orough|[Ss]uburb|[Vv]illage|[Tt]ownship|[Ll]ocation|[Hh]ometown|[Rr]esidence|[Pp]oblaci[oó]n|[Ll]ocalidad)["']?(?: (?:of residence|of birth|name))?(?:\\s?[:=]\\s?| - | is )["']?${TOWN}`,
      'dy',
    ),
    accepts: ({ value }) => isPlaceName(value),
  },
  {
    kind: 'geography',
    certainty: 'checked',
    at: words('county parish condado borough'),
    pattern:
      /(?:county of|condado de|parish of) (?<value>(?:[A-Z][\w'.-]{1,20})(?: [A-Z][\w'-]{1,20})?)/diy,
    accepts: ({ value }) => /^[A-Z]/.test(value),
  },
]

function isPlaceName(value: string): boolean {
  const words = value.toLowerCase().split(' ')
  const lower = value.toLowerCase()
  if (STATES.has(lower) || COUNTRIES.has(lower)) return false
  const [first = ''] = words
  return (
    !NOT_A_NAME.has(first) ||
    (words.length > 1 &&
      words.some((word) => !NOT_A_NAME.has(word)) &&
      !ORGANISATION_WORDS.has(words.at(-1) ?? ''))
  )
}

const COUNTRIES = new Set(
  'mexico,canada,america,england,spain,france,germany,italy,india,china,japan,brazil,colombia,cuba,haiti,ireland,nigeria,ghana,kenya,egypt,israel,iran,iraq,syria,ukraine,russia,poland,australia,guatemala,honduras,el salvador,venezuela,peru,chile,argentina,philippines,vietnam,korea,south korea,europe,africa,asia,united states,the united states,united kingdom,new zealand,puerto rico,dominican republic,jamaica,costa rica,ecuador,panama,the midwest,midwest,afghanistan,pakistan,bangladesh,nepal,ethiopia,somalia,new england'.split(
    ',',
  ),
)
