/** Within parentheses a line may break after a bar. */
const LINE_BREAK = /\|\n\s*/g

/**
 * The terms a lexicon text stands for. Commas and line ends part entries; `(a|b)` is either, and may be empty,
 * nested or within a word: `(panic|anxiety) attack(|s)` is four terms.
 */
export function expandTerms(lexicon: string): string[] {
  return splitAt(lexicon, ',\n').flatMap((entry) =>
    expand(entry.replaceAll(LINE_BREAK, '|').trim()),
  )
}

/** Cuts at each of the marks that stands outside every parenthesis. */
function splitAt(text: string, marks: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '(') depth++
    else if (letter === ')') depth--
    else if (depth === 0 && marks.includes(letter)) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}

function expand(pattern: string): string[] {
  const open = pattern.indexOf('(')
  if (open < 0) return [pattern]
  const close = closing(pattern, open)
  const heads = splitAt(pattern.slice(open + 1, close), '|').flatMap(expand)
  const tails = expand(pattern.slice(close + 1))
  const before = pattern.slice(0, open)
  return heads.flatMap((head) => tails.map((tail) => before + head + tail))
}

function closing(pattern: string, open: number): number {
  let depth = 0
  for (let at = open; at < pattern.length; at++) {
    const letter = pattern.charAt(at)
    if (letter === '(') depth++
    if (letter === ')' && --depth === 0) return at
  }
  return pattern.length
}
