import { words } from '../words.ts'
import type { NameCue } from './name-cues.ts'

const RELATIVES =
  'son|daughter|husband|wife|brother|sister|mom|mum|mother|dad|father|friend|partner|fianc[eé]e?|boyfriend|girlfriend|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|boss|coworker|co-worker|colleague|therapist|roommate|neighbor|neighbour|stepson|stepdaughter|stepdad|stepmom|ex|ex-wife|ex-husband|child|kid|baby|client|patient|manager|supervisor|employer|employee|doctor|psychiatrist|psychologist|counselor|sponsor|teacher|landlord|caseworker|case manager|social worker|nurse|pastor|attorney|lawyer|guardian|spouse|twin|broker|agent|rep|coach|director|assistant|caregiver|hijo|hija|esposo|esposa|hermano|hermana|mam[aá]|pap[aá]|madre|padre|amigo|amiga|novio|novia|abuel[oa]|t[ií][oa]|prim[oa]|sobrin[oa]|niet[oa]|jefe|jefa|terapeuta|doctora?'
const OF_PEOPLE =
  'first|last|middle|full|legal|preferred|maiden|given|family|sur|nick|birth|patient|client|contact|caller|member|subscriber|insured|parent|guardian|mother|father|spouse|child|employee|employer|person|lead|user|owner|rep|provider|doctor|physician|therapist|emergency contact|guarantor|policyholder|student|resident|applicant|sender|recipient|your|my|her|his|their|the|mi|su|dependent|beneficiary|account holder|cardholder|billing|display|customer|signer|signature|print|printed|referrer|caregiver|friend|relative'
const ROLES =
  'patients?|client|caller|contact|parent(?:/guardian)?|guardian|member|subscriber|spouse|attn|attention|signed(?: by)?|from|to|b?cc|by|owner|rep|provider|therapist|psychiatrist|counsell?or|physician|pcp|referrer|referred by|assigned to|insured|guarantor|policyholder|resident|paciente|cliente|de|para|tutor|madre|padre|mother|father|emergency contact|employee|employer|author|sender|recipient|user|agent|coordinator|supervisor|pt|(?:next of )?kin|relative|husband|wife|son|daughter|child|who|attendees?|participants|host|organizer|interviewer|notetaker|lead|person|signature|doctor|contacto(?: de emergencia)?|dependent|beneficiary|student|applicant|nurse|ec|poc|roommate|caregiver|sponsor|case manager|caseworker|created by|updated by|completed by|entered by|approved by|witness|notary|broker|manager|prepared by|reviewed by|facilitator|speaker|presenter'

const LABELLED = `["']?\\s{0,2}[:=]\\s{0,3}["'(]?\\s?`
const END_OF_LINE =
  /^(?:\.?\s*(?:$|\n)|,? (?:LCSW|LMFT|LPC|MD|PhD|PsyD|RN|NP|MSW|Esq|CEO|HR|Director|Manager)|\s*[,|-])/i

/** Form fields, JSON keys and the lines of a call note. */
export const FIELD_CUES: readonly NameCue[] = [
  {
    trust: 'label',
    at: words(
      'name names nombre nombres apellido apellidos firstname lastname fullname surname middlename maidenname nickname contactname patientname clientname displayname username first last',
    ),
    pattern: new RegExp(
      `(?:(?:first|last|full|sur|middle|maiden|contact|patient|client|display|nick)names?|(?<=^|[\\n{,;|([]\\s{0,3}["'*•-]{0,2}\\s?|(?:${OF_PEOPLE})(?:'s)?[ _/-])names?|(?:first|last)(?=:)|nombres?(?: completo| del paciente)?|apellidos?)(?: \\([a-z ,/]{1,20}\\))?${LABELLED}`,
      'iy',
    ),
  },
  {
    trust: 'capital',
    at: words(
      'patient patients client caller contact parent guardian member subscriber spouse attn attention signed from to cc bcc by owner rep provider therapist psychiatrist counselor counsellor physician pcp referrer referred assigned insured guarantor policyholder resident paciente cliente de para tutor madre padre mother father emergency employee employer author sender recipient user agent coordinator supervisor pt kin relative husband wife son daughter child who attendee attendees participants host organizer interviewer notetaker lead person signature doctor contacto dependent beneficiary student applicant nurse ec poc next roommate caregiver sponsor case caseworker created updated completed entered approved witness notary broker manager prepared reviewed facilitator speaker presenter',
    ),
    pattern: new RegExp(
      `(?:${ROLES})(?: ?\\([a-z ]{1,16}\\))?${LABELLED}(?:(?:mr|mrs|ms|dr)\\.? )?`,
      'iy',
    ),
  },
  {
    trust: 'capital',
    at: words('my our his her their your the mi su nuestro nuestra a pt'),
    pattern: new RegExp(
      `(?:my|our|his|her|their|your|the|a|patient's|client's|pt's|mi|su|nuestr[oa]) (?:(?:older|younger|little|big|oldest|youngest|best|late|ex|step|teenage|adult|current|former|only|dear|good|new|eldest|twin|foster|great|\\d{1,2}[- ]year[- ]old|\\d{1,2}[ -]?(?:yo|y/o)) ){0,2}(?:${RELATIVES})(?:[- ]in[- ]law)?(?:,| -| named| called|'s name is| whose name is| is named| is| \\(|, whose name is)? {0,2}(?<=[ (])`,
      'iy',
    ),
  },
  {
    trust: 'capital',
    at: words(
      'pt patient client caller guarantor guardian employee member resident roommate broker husband wife son daughter brother sister mother father subscriber spouse',
    ),
    pattern:
      /(?:pt|patient|client|caller|guarantor|guardian|employee|member|resident|roommate|broker|husband|wife|son|daughter|brother|sister|mother|father|subscriber|spouse)(?: is| named|,)? {1,2}(?=[A-Z])/y,
  },
  {
    trust: 'known',
    at: words(
      'pt patient client caller guarantor guardian employee member resident roommate broker husband wife son daughter brother sister mother father mom dad subscriber spouse',
    ),
    pattern:
      /(?:P[Tt]|Patient|Client|Caller|Guarantor|Guardian|Employee|Member|Resident|Roommate|Broker|Husband|Wife|Son|Daughter|Brother|Sister|Mother|Father|Mom|Dad|Subscriber|Spouse)(?: is| named|,)? {1,2}(?=[A-Z])/y,
  },
]

/** Greetings and signatures of letters. */
export const LETTER_CUES: readonly NameCue[] = [
  {
    trust: 'capital',
    ends: /^\s{0,2}(?:[,!:.;\n-]|$)/,
    at: words(
      'hi hello hey dear hola morning afternoon evening estimado estimada querido querida thanks greetings welcome',
    ),
    pattern:
      /(?:hi|hello|hey|dear|hola|morning|afternoon|evening|estimad[oa]|querid[oa]|thanks|greetings|welcome)[, ]{1,2}(?:again )?/iy,
  },
  {
    trust: 'label',
    ends: END_OF_LINE,
    at: words(
      'thanks thank regards best sincerely warmly cheers yours truly respectfully saludos atentamente gracias love care cordially blessings appreciated advance wishes gratefully kindly you soon much again cordialmente iphone android',
    ),
    pattern: /[a-z]{3,12}[,.!-]{0,2}\s{0,3}\n\s{0,4}[-~*]{0,2}\s?(?=[A-Za-zÀ-ÿ])/iy,
  },
  {
    trust: 'capital',
    ends: /^\.?\s*(?:$|\n)/,
    at: words(
      'thanks thank regards best sincerely warmly cheers respectfully saludos atentamente gracias you truly cordially',
    ),
    pattern: /[a-z]{3,12}(?:[,.!] {0,2}| {0,2}-{1,2} ?)(?=[A-ZÀ-Ý])/iy,
  },
]
