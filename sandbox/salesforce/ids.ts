const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'
const INSTANCE = '5g0'

/** The three checksum characters that make a case-sensitive 15-character id safe to compare without case. */
function checksum(id: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = id.slice(start, start + 5).split('')
      const index = bits.reduce(
        (sum, character, position) => sum + (/[A-Z]/.test(character) ? 2 ** position : 0),
        0,
      )
      return CHECKSUM[index] ?? ''
    })
    .join('')
}

function base62(value: number, width: number): string {
  let rest = value
  let text = ''
  for (let digit = 0; digit < width; digit += 1) {
    text = `${ALPHABET[rest % 62] ?? ''}${text}`
    rest = Math.floor(rest / 62)
  }
  return text
}

/** The 18-character id of the n-th record of an object; ids of one object sort by `sequence`. */
export function makeId(keyPrefix: string, sequence: number): string {
  const id = `${keyPrefix}${INSTANCE}${base62(sequence, 9)}`
  return `${id}${checksum(id)}`
}

/** The sequence `makeId` was given, so that numbering goes on where a restart left it. */
export function sequenceOf(id: string): number {
  return id
    .slice(6, 15)
    .split('')
    .reduce((sum, character) => sum * 62 + ALPHABET.indexOf(character), 0)
}

/** 18 characters for a 15- or 18-character id; `undefined` when it is neither or its checksum is wrong. */
export function normalizeId(id: string): string | undefined {
  if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(id)) return undefined
  const short = id.slice(0, 15)
  const full = `${short}${checksum(short)}`
  return id.length === 15 || id === full ? full : undefined
}
