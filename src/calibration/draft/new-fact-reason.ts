import { boundsOf } from '../../scoring/conditions/range.ts'
import { inNumbers } from '../../scoring/document/plain-words.ts'
import type { FitRule } from '../../scoring/model-rules.ts'

/** How a rule learned from a fact begins; the codes it asks for follow as they are. */
const FACTS = {
  role: ['Role at work', 'Función en el trabajo'],
  emailClass: ['Kind of email address', 'Tipo de dirección de correo'],
  industry: ['Industry', 'Sector'],
  companySize: ['Number of employees', 'Número de personas empleadas'],
  selfInsured: ['Insures its employees itself', 'Asegura a su personal por cuenta propia'],
  organisationType: ['Kind of organisation', 'Tipo de organización'],
  inquiryType: ['Kind of inquiry', 'Tipo de consulta'],
  requestedContact: ['Asked to be contacted by', 'Contacto que pidió'],
  source: ['Where they came from', 'De dónde viene'],
} as const

interface Words {
  readonly missing: string
  readonly present: string
  readonly yes: string
  readonly or: string
  readonly to: string
  readonly orMore: string
  readonly orFewer: string
  readonly others: string
}

const ENGLISH: Words = {
  missing: 'not known',
  present: 'known',
  yes: 'yes',
  or: 'or',
  to: 'to',
  orMore: 'or more',
  orFewer: 'or fewer',
  others: 'others like these',
}
const SPANISH: Words = {
  missing: 'no se sabe',
  present: 'se sabe',
  yes: 'sí',
  or: 'o',
  to: 'a',
  orMore: 'o más',
  orFewer: 'o menos',
  others: 'otros parecidos',
}

/** A reason has to be read at a glance; the rule itself has all codes. */
const MOST_CODES = 4

/** `Where they came from: event or referral` in both languages; `undefined` for a fact we have no words for. */
export function newFactReason(
  rule: FitRule,
): { readonly english: string; readonly spanish: string } | undefined {
  const words = Object.entries(FACTS).find(([fact]) => fact === rule.fact)?.[1]
  if (words === undefined) return undefined
  const [english, spanish] = words
  return {
    english: `${english}: ${answerOf(rule, ENGLISH)}`,
    spanish: `${spanish}: ${answerOf(rule, SPANISH)}`,
  }
}

function answerOf(rule: FitRule, words: Words): string {
  if (rule.missing === true) return words.missing
  if (rule.present === true) return words.present
  if (typeof rule.equals === 'boolean') return rule.equals ? words.yes : 'no'
  if (rule.range !== undefined) return rangeOf(rule.range, words)
  const codes = [rule.equals ?? rule.in ?? []].flat().map(String)
  const shown =
    codes.length > MOST_CODES ? [...codes.slice(0, MOST_CODES - 1), words.others] : codes
  return [shown.slice(0, -1).join(', '), shown.at(-1)].filter(Boolean).join(` ${words.or} `)
}

function rangeOf(range: unknown, words: Words): string {
  const { min, max } = boundsOf(range)
  if (min === max) return inNumbers(min)
  if (max === Infinity) return `${inNumbers(min)} ${words.orMore}`
  if (min === -Infinity) return `${inNumbers(max)} ${words.orFewer}`
  return `${inNumbers(min)} ${words.to} ${inNumbers(max)}`
}
