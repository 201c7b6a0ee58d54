import { readsAsRevocation } from '../consent/revocation-words.ts'
import type { FactValue } from '../ports.ts'
import type { Coder, PortalTexts, Spellings } from './allowed-field.ts'
import { codeDate } from './code-date.ts'
import { readsAsCrisis } from './detector/terms/reads-as-crisis.ts'
import { codeByPortal, fitsName } from './text-rules.ts'
import { byExactWords, plainWords, type Vocabulary } from './vocabularies/vocabulary.ts'
import type { VocabularyName } from './vocabularies.ts'
import { VOCABULARIES } from './vocabulary-tables.ts'

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i
const YES: readonly string[] = ['true', 'yes', 'y', '1', 'on', 't']
const NO: readonly string[] = ['false', 'no', 'n', '0', 'off', 'f']

/** `undefined` for an empty or unreadable value: a missing fact, never a guess. */
export function codeValue(coder: Coder, raw: unknown, texts?: PortalTexts): FactValue | undefined {
  switch (coder.as) {
    case 'number':
      return codeNumber(raw, coder.max)
    case 'boolean':
      return codeBoolean(raw, coder)
    case 'date':
      return codeDate(raw)
    case 'vocabulary':
      return codeText(raw, (text) => codeWord(coder.name, text, texts))
    case 'codes':
      return codeText(raw, (text) => codeBy(vocabularyOf(coder.codes), text))
    case 'code-list':
      return codeList('name' in coder ? VOCABULARIES[coder.name] : vocabularyOf(coder.codes), raw)
    case 'matches':
      return codeText(
        raw,
        (text) => isOneOf(coder.names, text) || coder.names.some((name) => fitsName(name, text)),
      )
    case 'revocation':
      return codeText(raw, readsAsRevocation)
    case 'crisis-terms':
      return codeText(raw, readsAsCrisis)
  }
}

/** Whether there is anything in a value at all. */
export function isEmpty(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true
  if (typeof raw === 'string') return raw.trim() === ''
  return Array.isArray(raw) && raw.every(isEmpty)
}

/** Thousands separators, units and hexadecimal are unreadable: `1,000` is one or a thousand by locale. */
function codeNumber(raw: unknown, max = Number.MAX_VALUE): number | undefined {
  const value = typeof raw === 'string' && PLAIN_NUMBER.test(raw.trim()) ? Number(raw) : raw
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return Math.abs(value) <= max ? value + 0 : undefined
}

/** A portal's own words come first: who writes `no: [0, Yes, withdrawn]` means it. */
function codeBoolean(
  raw: unknown,
  { yes = [], no = [] }: { readonly yes?: readonly string[]; readonly no?: readonly string[] },
): boolean | undefined {
  return codeText(raw, (text) => {
    if (isOneOf(no, text)) return false
    if (isOneOf(yes, text)) return true
    const word = text.toLowerCase()
    if (YES.includes(word)) return true
    return NO.includes(word) ? false : undefined
  })
}

function codeWord(name: VocabularyName, text: string, texts: PortalTexts | undefined): string {
  const own = texts === undefined ? undefined : codeByPortal(texts, name, text)
  return own ?? codeBy(VOCABULARIES[name], text)
}

/** A value already coded, as in an export of ours, stays what it is. */
function codeBy({ codes, code }: Vocabulary, text: string): string {
  return codes.find((known) => known === text) ?? code(text)
}

/** In the order of the vocabulary, so that the order of ticking makes no other record. */
function codeList(vocabulary: Vocabulary, raw: unknown): readonly string[] | undefined {
  const parts: readonly unknown[] = Array.isArray(raw) ? raw : [raw]
  const texts = parts.flatMap((part) => scalarText(part)?.split(';') ?? [])
  const found = new Set(
    texts.filter((text) => text.trim() !== '').map((text) => codeBy(vocabulary, text.trim())),
  )
  return found.size === 0 ? undefined : vocabulary.codes.filter((code) => found.has(code))
}

const INLINE = new WeakMap<Spellings, Vocabulary>()

/** Made once for a list: every record asks it. */
function vocabularyOf(spellings: Spellings): Vocabulary {
  const known = INLINE.get(spellings) ?? byExactWords(spellings)
  INLINE.set(spellings, known)
  return known
}

/** Names are compared by their words; one without any, such as an emoji, letter by letter. */
function isOneOf(names: readonly string[], text: string): boolean {
  const words = plainWords(text)
  return names.some((name) => (words === '' ? name.trim() === text : plainWords(name) === words))
}

function codeText<Value>(raw: unknown, code: (text: string) => Value): Value | undefined {
  const text = scalarText(raw)
  return text === undefined ? undefined : code(text)
}

/** Trimmed text of a scalar; `undefined` when there is nothing in it. */
function scalarText(raw: unknown): string | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
    return undefined
  const text = String(raw).trim()
  return text === '' ? undefined : text
}
