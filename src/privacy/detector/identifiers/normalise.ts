const BEYOND_ASCII = /[\u0080-\uffff]/
const LOOKALIKES =
  /[\u00a0\u2000-\u200a\u202f\u3000\u2010-\u2015\u2212\u2018\u2019\u201c\u201d\uff01-\uff5e]/g

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
  if (code >= 0x2010 && code <= 0x2015) return '-'
  if (code === 0x2212) return '-'
  if (code === 0x2018 || code === 0x2019) return "'"
  if (code === 0x201c || code === 0x201d) return '"'
  return ' '
}

/**
 * The same text, as long as before, in the characters the patterns are written in: dashes, quotes,
 * blanks and full-width digits that word processors and phones put in their place are folded.
 */
export function normalise(text: string): string {
  return BEYOND_ASCII.test(text) ? text.replace(LOOKALIKES, plainCharacter) : text
}
