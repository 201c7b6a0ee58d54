import { words } from '../words.ts'

/**
 * How much a cue says. After a `label` any word not known as ordinary is a name; after a `capital`
 * cue any such capitalised word; after a `known` cue a listed name or two capitalised words; after a
 * `listed` cue, which anything may follow, only names of the lists.
 */
export type Trust = 'label' | 'capital' | 'known' | 'listed'

export interface NameCue {
  readonly at: readonly string[]
  /** Sticky; ends where the name begins. */
  readonly pattern: RegExp
  readonly trust: Trust
  /** What has to follow the name. */
  readonly ends?: RegExp
}

const TITLES =
  'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend|Rabbi|Sr|Sra|Srta|Se[nñ]or|Se[nñ]ora|Se[nñ]orita|Do[nñ]a|Drs|Messrs|Mses|Hon|Sgt|Sergeant|Capt|Captain|Lt|Cpl|Pvt|Col|Maj|Det|Detective|Deputy|Madam|Monsignor|Imam'
const TITLE = `(?:${TITLES})`

/** Titles of address, offices and relations used as titles. */
export const TITLE_CUES: readonly NameCue[] = [
  {
    trust: 'capital',
    at: words(
      'mr mrs ms miss mx dr prof professor rev reverend rabbi sr sra srta senor senora senorita dona drs messrs mses hon sgt sergeant capt captain lt cpl pvt col maj det detective deputy madam monsignor imam',
    ),
    pattern: new RegExp(
      `(?:${TITLE}|${TITLE.toLowerCase()}|${TITLE.toUpperCase()})\\.?(?: (?:and|&|y) (?:Mrs|Mr|Ms|Dr|Sra)\\.?)? {1,2}`,
      'y',
    ),
  },
  {
    trust: 'capital',
    at: words(
      'aunt auntie uncle grandma grandpa granny nana tia tio abuela abuelo cousin nurse judge officer pastor sister brother deacon rabbi',
    ),
    pattern:
      /(?:[Aa]untie|[Aa]unt|[Uu]ncle|[Gg]randma|[Gg]randpa|[Gg]ranny|[Nn]ana|[Tt]ía|[Tt]ío|[Tt]ia|[Tt]io|[Aa]buel[ao]|[Cc]ousin|[Nn]urse|[Jj]udge|[Oo]fficer|[Pp]astor|Sister|Brother|[Dd]eacon) {1,2}/y,
  },
  {
    trust: 'known',
    at: words(
      'coach father doctor doctora principal senator attorney don counselor therapist mom dad fr bishop elder chief private major colonel',
    ),
    pattern: /[A-Z]\w{1,11}\.? {1,2}/y,
  },
  {
    trust: 'known',
    at: words('mr mrs ms dr aunt auntie uncle cousin grandma grandpa nurse'),
    pattern: /[a-z]{2,8}\.? {1,2}(?=[a-z])/y,
  },
]

const OF_WHOM =
  "my|his|her|their|whose|the|full|first|last|middle|maiden|legal|preferred|real|mi|su|son's|daughter's|husband's|wife's|patient's|client's|brother's|sister's|mom's|dad's|mother's|father's|child's|friend's|kid's|partner's|caller's|roommate's|'s"

/** "My name is …", "I am …", "named …": the text introduces somebody. */
export const INTRODUCTION_CUES: readonly NameCue[] = [
  {
    trust: 'label',
    at: words(
      'name names nombre apellido apellidos llamo llama nicknamed goes aka alias surname nickname',
    ),
    pattern: new RegExp(
      `(?<=(?:${OF_WHOM}) )(?:names?(?:'s| is| was| are)|nombre(?: completo)? es|apellidos? es|nickname is|surname is)[,:]? {1,2}["']?`,
      'iy',
    ),
  },
  {
    trust: 'label',
    at: words('name llamo llama nicknamed goes go going aka a alias surname'),
    pattern:
      /(?:(?<=(?:me|se) )llam(?:o|a)|nicknamed|(?:goes|go|going) by(?: the name(?: of)?)?|a\.?k\.?a\.?|alias|surname(?:'s| is)|(?<=by the |under the )name(?: of)?)[,:]? {1,2}["']?/iy,
  },
  {
    trust: 'capital',
    at: words('named called llamado llamada'),
    pattern:
      /(?<!(?:town|city|place|village|suburb|center|centre|program|facility|app|company|clinic|group|drug|medication|pueblo|lugar) )(?:named|called|llamad[oa]) {1,2}["']?/iy,
  },
  {
    trust: 'known',
    at: words("this i i'm im it's its it soy am here habla"),
    pattern: /(?:this is|i am|i'm(?: not)?|im|it's|its|soy|here is|habla|it is) {1,2}(?:just )?/iy,
  },
  {
    trust: 'capital',
    at: words(
      'spoke spoken speaking talked talking chatted met meeting speak talk ask asked asking introduce hable hablar preguntar pregunte session appointment call interview consult intake conversation married lives living',
    ),
    pattern:
      /(?:spoken? (?:with|to)|speaking (?:with|to)|talk(?:ed|ing)? (?:with|to)|chatted with|met(?: with)?|meeting with|speak (?:with|to)|ask(?:ed|ing)? for|introduce|habl[eé] con|hablar con|pregunt(?:ar|e) por|(?:session|appointment|call|interview|consult|intake|conversation) with|married to|liv(?:es|ing) with) {1,2}/iy,
  },
  {
    trust: 'capital',
    ends: /^ (?:back|that|about|to|at|for|if|when|on|tomorrow|today|and|again)\b|^[.,?!]|^$/,
    at: words('tell told remind reminded thank thanked inform informed let'),
    pattern:
      /(?:[Tt]ell|[Tt]old|[Rr]emind|[Rr]eminded|[Tt]hank|[Tt]hanked|[Ii]nform|[Ii]nformed|[Ll]et) (?=[A-ZÀ-Ý])/y,
  },
  {
    trust: 'capital',
    ends: /^ back\b/,
    at: words('call text ring phone email'),
    pattern: /[A-Za-z]{3,6} (?=[A-ZÀ-Ý])/y,
  },
  {
    trust: 'listed',
    at: words(
      'seen referred called assigned prescribed treated completed signed submitted requested received entered reviewed approved verified scheduled booked diagnosed evaluated sent handled owned managed documented witnessed introduced recommended contact contacted per w via cc attn on care c help for about from with tell told thank thanks calling texted emailed saw see regarding re by to paciente con para notified informed reached',
    ),
    pattern:
      /(?:[A-Za-z][a-z]{0,11}(?: (?:by|to|from|of|on behalf of))? |[wW]\/ ?|[cC]\/[oO] |behalf of )(?=[A-ZÀ-Ý])/y,
  },
]
