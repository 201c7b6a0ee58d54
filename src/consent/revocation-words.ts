import { BARE, OWN_FOOTER, PHRASES, VISIT } from './revocation-phrases.ts'

/** Letters that a digit or sign is written for inside a word: st0p, $top. */
const WRITTEN_FOR = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['5', 's'],
  ['$', 's'],
  ['@', 'a'],
])
const SAID_OF_VISITS = /\b(?:cancel\w*|end)\b/

/**
 * Whether a text takes back consent to be contacted, under 47 CFR 64.1200(a)(10): the words the rule
 * names, or any others that a reasonable person would understand so. Calling off a visit or asking for
 * another hour is none; a doubt between a wish and a refusal is a refusal.
 */
export function readsAsRevocation(text: string): boolean {
  const clauses = clausesOf(text.replace(OWN_FOOTER, ' '))
  const ofVisit = clauses.some((clause) => VISIT.test(clause))
  return clauses.some(
    (clause) =>
      (BARE.test(clause) && !(ofVisit && SAID_OF_VISITS.test(clause))) ||
      PHRASES.some((phrase) => phrase.test(clause)),
  )
}

/** Clauses as words in plain lower case with one space between them. A line is one, and may be part of one. */
function clausesOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘`´\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replaceAll(/(?<=\b[a-z])[. _*-]{1,3}(?=[a-z]\b)/g, '')
    .replaceAll(/[a-z0-9$@]+/g, spellOut)
  return [plain, plain.replaceAll('\n', ' ')]
    .flatMap((said) => said.split(/[^\p{L}\p{N} \t\r/_&+*"“”()<>#~-]+/u))
    .map((clause) => clause.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((clause) => clause !== '')
}

function spellOut(word: string): string {
  if (!/[a-z]/.test(word) || !/[0135$@]/.test(word) || /\d{3}|^\d+[a-z]{1,2}$/.test(word))
    return word
  return word.replaceAll(/[0135$@]/g, (sign) => WRITTEN_FOR.get(sign) ?? sign)
}
