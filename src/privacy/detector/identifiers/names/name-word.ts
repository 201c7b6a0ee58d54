import type { Scan, Token } from '../scan.ts'
import { FAMILY_NAMES, FAMILY_NAMES_ALSO_WORDS } from './family-names.ts'
import { GIVEN_NAMES, GIVEN_NAMES_ALSO_WORDS } from './given-names.ts'
import { NOT_A_NAME, ORGANISATION_WORDS } from './words-of-capital.ts'

/** Between the words of one name. */
const NAME_GAP = /^(?: {1,2}|-|\. ?|\.-)$/
const PARTICLES = new Set(
  'de la las los del da das do dos di van von der den ter ten bin ibn al el y san le du st mac'.split(
    ' ',
  ),
)
/** "McAllister", "O'Brien", "DeShawn": a second capital after a prefix of names. */
const PREFIXED = /^(?:Mc|Mac|O'|D'|De|Di|Da|La|Le|Du|Van|Von|Fitz|St)[A-Z][a-zà-ÿ]/
/** Endings that only family names have. */
const FAMILY_ENDING =
  /(?:[a-z]{2}(?:opoulos|escu|enko|chenko|wicz|wski|owski|ewski|insky|shvili|yan|ovic|ovich|evich|oglu|zadeh|sson|sdottir|quist|strom|stein|berg|baum|mann|dottir|unwa|chukwu|ekwe|anwu|moglu)|[a-z]{3}(?:ez|ski|sky|ova|eva|ian))$/

/** Endings of given names too many and too new for any list. */
const GIVEN_ENDING = /^[a-z]{3,8}(?:isha|esha|iqua|quan|vonte|tavius|elle|lynn|leigh)$/

export const isCapital = ({ shape }: Token): boolean => shape === 'capital' || shape === 'caps'

export const isGiven = ({ word }: Token): boolean => GIVEN_NAMES.has(word)

/** A given name and nothing else. */
export function isPlainGiven({ word, shape }: Token): boolean {
  if (GIVEN_NAMES.has(word)) return !GIVEN_NAMES_ALSO_WORDS.has(word) && !NOT_A_NAME.has(word)
  return shape === 'capital' && GIVEN_ENDING.test(word) && !NOT_A_NAME.has(word)
}

export const isFamily = ({ word }: Token): boolean => FAMILY_NAMES.has(word)

export function isPlainFamily({ word, shape, start, end }: Token, { text }: Scan): boolean {
  if (NOT_A_NAME.has(word) || FAMILY_NAMES_ALSO_WORDS.has(word) || GIVEN_NAMES_ALSO_WORDS.has(word))
    return false
  if (FAMILY_NAMES.has(word)) return true
  if (shape !== 'capital') return false
  return FAMILY_ENDING.test(word) || (word.length > 4 && PREFIXED.test(text.slice(start, end)))
}

export const isKnown = (token: Token): boolean => isGiven(token) || isFamily(token)

/** A capitalised word nothing speaks against. */
export const mayBeName = (token: Token): boolean =>
  isCapital(token) && !NOT_A_NAME.has(token.word) && !ORGANISATION_WORDS.has(token.word)

export const isParticle = ({ word, shape }: Token): boolean =>
  shape !== 'caps' && PARTICLES.has(word)

export function gapAfter({ text, tokens }: Scan, index: number): string {
  return text.slice(tokens[index]?.end ?? text.length, tokens[index + 1]?.start ?? text.length)
}

/** Does the next token belong to the same name, by what stands between? A dot only after an initial. */
export function isJoined(scan: Scan, index: number): boolean {
  const gap = gapAfter(scan, index)
  if (!NAME_GAP.test(gap)) return false
  return (
    !gap.includes('.') || (scan.tokens[index]?.end ?? 0) - (scan.tokens[index]?.start ?? 0) <= 2
  )
}
