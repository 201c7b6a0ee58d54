const BMP = 0x10000
const LETTER = /[\p{L}\p{N}]/u
/** Accents, and what is invisible inside a word: soft hyphen, joiners, byte order mark. */
const INVISIBLE = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/u
/** Cyrillic and Greek letters drawn like Latin ones, as pasted text and evasions have them. */
const LOOK_ALIKE = new Map(
  [...'аaеeоoрpсcхxуyіiѕsјjοoαaιiκkνvρp'.matchAll(/(.)(.)/gu)].map(([, from = '', to = '']) => [
    from,
    to,
  ]),
)

/** Not part of any word. */
export const GAP = 0
/** Part of a word, and of no weight in it. */
export const SKIP = 1

let table: Uint16Array | undefined

/** For each UTF-16 unit: `GAP`, `SKIP`, or the plain lower-case letter or digit it stands for. */
export function foldTable(): Uint16Array {
  table ??= Uint16Array.from({ length: BMP }, (_, code) => fold(String.fromCharCode(code)))
  return table
}

function fold(unit: string): number {
  if (INVISIBLE.test(unit)) return SKIP
  if (!LETTER.test(unit)) return GAP
  const plain = unit.normalize('NFKD').charAt(0).toLowerCase()
  return (LOOK_ALIKE.get(plain) ?? plain).charCodeAt(0)
}
