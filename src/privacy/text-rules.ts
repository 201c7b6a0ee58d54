import type { PortalTexts, TextRule } from './allowed-field.ts'
import { mailDomain } from './vocabularies/email-class.ts'
import { plainWords } from './vocabularies/vocabulary.ts'
import type { VocabularyName } from './vocabularies.ts'

const LONGEST = 2_000

/** What the portal's own rules say of a text; `undefined` leaves it to the tables that ship. */
export function codeByPortal(
  texts: PortalTexts,
  name: VocabularyName,
  text: string,
): string | undefined {
  if (name === 'page-category') return byPage(texts.pages, text)
  if (name === 'form-category') return byName(texts.forms, text)
  if (name === 'campaign-type') return byName(texts.campaigns, text)
  return name === 'email-class' ? byDomain(texts, text) : undefined
}

/** Query and fragment are cut off before anything is compared. */
function byPage(rules: readonly TextRule[], text: string): string | undefined {
  if (rules.length === 0) return undefined
  const [address = ''] = text.trim().slice(0, LONGEST).toLowerCase().split(/[?#;]/)
  const page = trimSlash(address.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//, ''))
  const slash = page.indexOf('/')
  const path = slash === -1 ? '/' : page.slice(slash)
  return rules.find(({ match }) => {
    const pattern = trimSlash(match.trim().toLowerCase())
    return fits(pattern.split('*'), pattern.startsWith('/') ? path : page)
  })?.code
}

function byName(rules: readonly TextRule[], text: string): string | undefined {
  return rules.find(({ match }) => fitsName(match, text))?.code
}

/** HubSpot tells a conversion as "page title: form name"; either the whole or the form may be meant. */
export function fitsName(pattern: string, text: string): boolean {
  const short = text.slice(0, LONGEST)
  const names = [short, short.slice(short.lastIndexOf(': ') + 1)].map(plainWords)
  const pieces = pattern.split('*').map(plainWords)
  return pieces.join('') !== '' && names.some((name) => fits(pieces, name))
}

function byDomain(texts: PortalTexts, text: string): string | undefined {
  const domain = mailDomain(text)
  if (domain === undefined) return undefined
  if (texts.studentDomains.some((known) => isWithin(domain, known))) return 'student'
  return texts.personalDomains.some((known) => isWithin(domain, known)) ? 'personal' : undefined
}

function isWithin(domain: string, known: string): boolean {
  const wanted = known.trim().toLowerCase()
  return domain === wanted || domain.endsWith(`.${wanted}`)
}

/** The pieces between the stars of a pattern, in order; without a star the text is the pattern. */
function fits(pieces: readonly string[], text: string): boolean {
  const [first = '', ...rest] = pieces
  const last = rest.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

function trimSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}
