/** Whether a text has one of the words or phrases in it, as whole words. */
export function wordFinder(words: readonly string[]): (text: string) => boolean {
  const wanted = words.map(bare)
  return (text) => {
    const plain = bareOnce(text)
    return wanted.some((word) => plain.includes(word))
  }
}

/**
 * Lower case, without accents, every run of anything but letters and digits one space, and a space at
 * both ends: a word is then whole wherever it is found.
 */
function bare(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return ` ${plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

let latest = { text: '', plain: bare('') }

/** Rules ask about one fact one after the other, and a text is worked out once for all of them. */
function bareOnce(text: string): string {
  if (text !== latest.text) latest = { text, plain: bare(text) }
  return latest.plain
}
