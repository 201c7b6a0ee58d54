/** A closed vocabulary: whatever text goes in, only one of `codes` comes out. */
export interface Vocabulary {
  readonly codes: readonly string[]
  /** The code of a non-empty value; `other` when the vocabulary does not know it. */
  readonly code: (text: string) => string
}

// A picklist label or job title is short; anything longer is prose in the wrong field.
const LONGEST_LABEL = 160

/**
 * Lower-case words with one space between: `COMPUTER_SOFTWARE`, `Computer & Software` and
 * `computer-software` read the same. Accents and the word "and" go.
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'and')
    .join(' ')
}

/** Knows values by their exact words. A code need not be listed among its own spellings. */
export function byExactWords(spellings: Readonly<Record<string, readonly string[]>>): Vocabulary {
  const codes = Object.keys(spellings)
  const known = new Map<string, string>()
  for (const code of codes) {
    for (const spelling of [code, ...(spellings[code] ?? [])]) known.set(plainWords(spelling), code)
  }
  return {
    codes: withOther(codes),
    code: (text) =>
      text.length > LONGEST_LABEL ? 'other' : (known.get(plainWords(text)) ?? 'other'),
  }
}

/** A code and the words that give it away, matched against `plainWords` of the value. */
export type WordRule = readonly [code: string, words: RegExp]

/** The first rule whose words occur decides. */
export function byFirstRule(rules: readonly WordRule[]): Vocabulary {
  return {
    codes: withOther(rules.map(([code]) => code)),
    code: (text) => (text.length > LONGEST_LABEL ? 'other' : firstRule(rules, plainWords(text))),
  }
}

/** The code of the first rule that occurs in already plain words. */
export function firstRule(rules: readonly WordRule[], words: string): string {
  return rules.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}

/** Whole words or phrases, any of them; `|`-separated in the source for reading. */
export function anyOf(...phrases: readonly string[]): RegExp {
  return new RegExp(`(?:^| )(?:${phrases.join('|')})(?= |$)`)
}

function withOther(codes: readonly string[]): readonly string[] {
  return [...new Set([...codes, 'other'])]
}
