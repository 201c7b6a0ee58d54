/**
 * Tokens that stand for what must never leave a CRM record. Each begins with one of two marks that
 * occur nowhere else, so that one search finds any of them; the rest tells place and record. They are
 * long enough that no piece of one turns up by chance among thousands of hashes.
 */
const WORD_MARK = 'qzjvxwkpghfyd'
const DIGIT_MARK = '80864213579'
const LETTERS = 'abcdefghij'

/** Letters only where words stand, digits only where numbers do. */
export function canaryFor(places: readonly string[]): (place: string, index: number) => string {
  return (place, index) => {
    const number = `${places.indexOf(place) + 1}`.padStart(3, '0') + `${index}`.padStart(5, '0')
    if (/phone|ssn|member|fax|zip/i.test(place)) return `${DIGIT_MARK}${number}`
    return `${WORD_MARK}${number.replace(/\d/g, (digit) => LETTERS[Number(digit)] ?? '')}`
  }
}

/** What a mark may have become on its way: letter case, hex, base64 at any offset, UTF-16. */
const DISGUISES: readonly (readonly [name: string, needle: Buffer])[] = [
  WORD_MARK,
  DIGIT_MARK,
].flatMap((mark) => [
  ['as it was planted', Buffer.from(mark)] as const,
  ['in hexadecimal', Buffer.from(Buffer.from(mark).toString('hex'))] as const,
  ['in UTF-16', Buffer.from(mark, 'utf16le')] as const,
  ...[0, 1, 2].map((offset) => ['in base64', base64At(mark, offset)] as const),
])

function base64At(mark: string, offset: number): Buffer {
  const encoded = Buffer.from(`${'\0'.repeat(offset)}${mark}`).toString('base64')
  // The first and last characters hang on what stands before and after.
  return Buffer.from(encoded.slice(offset === 0 ? 0 : 4, -4))
}

export interface Sighting {
  readonly where: string
  readonly how: string
}

/** Every disguise of a planted token found in these bytes. */
export function findCanaries(where: string, bytes: Buffer): readonly Sighting[] {
  const lower = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1')
  return DISGUISES.filter(([, needle]) => bytes.includes(needle) || lower.includes(needle)).map(
    ([how]) => ({ where, how }),
  )
}
