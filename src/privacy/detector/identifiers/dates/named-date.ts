import { namedValue } from '../named-value.ts'
import type { Rule } from '../rule.ts'
import { words } from '../words.ts'

const TIME =
  '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?: ?[ap]\\.?m\\.?)?(?: ?(?:hrs|hours))?|(?:1[0-2]|0?[1-9]) ?[ap]\\.?m\\.?|[0-2]\\d[0-5]\\d ?(?:hrs|hours|h)\\b'
const WEEKDAY =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo'
const HOLIDAY =
  "(?:christmas(?: (?:eve|day))?|new year'?s?(?: (?:eve|day))?|thanksgiving(?: day)?|easter(?: sunday)?|halloween|memorial day|labor day|independence day|veterans? day|valentine'?s(?: day)?|mother'?s day|father'?s day|st\\.? patrick'?s day|mlk day|presidents'? day|juneteenth|fourth of july|4th of july|navidad|nochebuena|a[nñ]o nuevo|hanukkah|passover|ramadan|eid|good friday|columbus day)"
const EVENT =
  "admitted|admission|admit|readmitted|discharged?|born|birth|died|death|deceased|passed away|passed|hospitali[sz]ed|arrived|overdosed|od'd|relapsed|released|committed|detained|arrested|sober|transferred|intubated|pronounced|expired|delivered|checked in|signed in|surgery|accident|ingreso|ingresad[oa]|naci[oó]|falleci[oó]|alta|last (?:drink|used?)"
const EVENT_WORDS = [
  'admitted',
  'admission',
  'admit',
  'readmitted',
  'discharge',
  'discharged',
  'born',
  'birth',
  'died',
  'death',
  'deceased',
  'passed',
  'hospitalized',
  'hospitalised',
  'arrived',
  'overdosed',
  'relapsed',
  'released',
  'committed',
  'detained',
  'arrested',
  'sober',
  'transferred',
  'pronounced',
  'expired',
  'checked',
  'signed',
  'surgery',
  'accident',
  'ingreso',
  'ingresado',
  'ingresada',
  'nacio',
  'fallecio',
  'alta',
  'last',
]

/** Days told by an event, a holiday or a field name rather than by their form. */
export const NAMED_DATE_RULES: readonly Rule[] = [
  {
    kind: 'date',
    certainty: 'named',
    at: EVENT_WORDS,
    pattern: new RegExp(
      `(?:${EVENT})(?: (?:time|to|from|the|hospital|er|ed|unit|detox|psych|inpatient|here|there|in|into|rehab|program|facility|home|treatment|ward|a las|early|late|date|residential|again|was|is|our|my|his|her|care)){0,5}[\\s:,]{1,2}(?:(?:at|around|about|on|last|this|since|de|el|approximately|by|before|after|time|of)[\\s:]){0,3}(?<value>${TIME}|${WEEKDAY}|${HOLIDAY})(?![\\w])`,
      'diy',
    ),
  },
  {
    kind: 'date',
    certainty: 'named',
    at: words(
      'christmas new thanksgiving easter halloween memorial labor independence veterans veteran valentine valentines mother father mothers fathers st mlk presidents juneteenth fourth 4th navidad nochebuena hanukkah passover ramadan eid good columbus',
    ),
    pattern: new RegExp(
      `${HOLIDAY},?(?: of| de)? (?:19|20)\\d\\d(?!\\d)|(?<=\\b(?:since|last|this past|on|until|before|after|el) )${HOLIDAY}(?![\\w'])`,
      'iy',
    ),
    accepts: ({ text, start, end, value }) =>
      /\d{4}$/.test(value) ||
      (/\b(?:i|my|she|he|her|his|we|patient|client|pt|son|daughter|sober|hasn't|haven't)\b/i.test(
        text.slice(Math.max(0, start - 60), end + 40),
      ) &&
        !/\b(?:open|closed|hours|office)\b/i.test(text.slice(Math.max(0, start - 60), end + 40))),
  },
  {
    kind: 'date',
    certainty: 'named',
    at: words(
      'dob d birth birthdate date dateofbirth birthday bday born fecha nacimiento nacido nacida fdn dos dod doi',
    ),
    pattern:
      /(?:dob|d\.o\.b\.?|birth ?date|date[ _-]?of[ _-]?(?:birth|death|service|admission|discharge|injury)|dateofbirth|birthday|bday|born(?: on)?|fecha(?: de (?:nacimiento|ingreso|alta))?|nacid[oa](?: el)?|fdn|dos|dod|doi)[\s:=#"'(]{1,4}(?:(?:is|es|on|el)[\s:]{1,2}){0,2}(?<value>\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{2}|\d{4})|\d{1,2}[/-]\d{1,2}|(?:19|20)\d{2}[-/. ]?\d{2}[-/. ]?\d{2})(?![\w]|[-/]\d)/diy,
  },
  {
    // A CRM keeps moments as milliseconds or seconds since 1970.
    ...namedValue({
      kind: 'date',
      at: words(
        'date timestamp time createdate createdat lastmodifieddate closedate birthdate updatedat dob hs occurredat submittedat created updated submitted modified at notes lastcontacted',
      ),
      name: 'createdate|created_?at|last_?modified_?date|closedate|birthdate|updated_?at|dob|occurred_?at|submitted_?at|timestamp|date|time|notes_last_contacted|lastcontacted|created|updated|submitted|modified|at',
      value: '-?\\d{9,13}(?![\\w])',
      digits: 9,
      accepts: ({ value, text, start }) =>
        /^-?1?\d{9}$|^-?[1-9]\d{10,12}$/.test(value) &&
        /["'=:]\s?$/.test(text.slice(Math.max(0, start - 2), start)),
    }),
    certainty: 'checked',
  },
]
