/**
 * One line of text without what a terminal or a browser would obey: control signs, and signs that
 * turn the direction of writing. Names and sentences come from models and files people bring.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** As `plainText`, with true minus signs, and `24 %` and `19–30` each kept on one line. */
export function typeset(text: string): string {
  return plainText(text)
    .replace(/(?<=^|[ (])-(?=\d)/g, '−')
    .replace(/(?<=\d) (?=%)/g, '\u00a0')
    .replace(/(?<=\d)–(?=\d)/g, '\u2060–\u2060')
}
