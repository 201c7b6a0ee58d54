/** Shorter words have neighbours that mean something else. */
const SHORTEST = 8
const LONGEST = 24
const SIEVE = 0x1ffff
const BASE = 0x01000193

/**
 * Finds the known word one slip away: a letter left out, put in, changed or two swapped. Both the
 * words and the query lose each of their letters in turn; where the remains meet, the pair is
 * compared. The first letter must be right.
 */
export class NearMisses {
  readonly #words: readonly string[]
  readonly #remains = new Map<number, number[]>()
  /** Tells nearly all words that are near nothing apart, without a look at the map. */
  readonly #sieve = new Uint8Array(SIEVE + 1)

  constructor(words: readonly string[]) {
    this.#words = words.filter(({ length }) => length >= SHORTEST && length <= LONGEST)
    for (const [index, word] of this.#words.entries())
      for (const key of remainsOf(lettersOf(word), word.length)) this.#file(key, index)
  }

  find(letters: Uint16Array, length: number): string | undefined {
    if (length < SHORTEST - 1 || length > LONGEST) return undefined
    const whole = hashHeads(letters, length)
    for (let skip = 0; skip < length; skip++) {
      const key = remainKey(whole, length, skip)
      if (this.#sieve[key & SIEVE] !== 1) continue
      for (const index of this.#remains.get(key) ?? []) {
        const word = this.#words[index]
        if (word !== undefined && isOneSlipAway(letters, length, word)) return word
      }
    }
    return undefined
  }

  #file(key: number, index: number): void {
    this.#sieve[key & SIEVE] = 1
    const filed = this.#remains.get(key)
    if (filed === undefined) this.#remains.set(key, [index])
    else if (!filed.includes(index)) filed.push(index)
  }
}

function lettersOf(word: string): Uint16Array {
  return Uint16Array.from(word, (letter) => letter.charCodeAt(0))
}

/** The word itself and the word short of each letter but the first. */
function remainsOf(letters: Uint16Array, length: number): number[] {
  const whole = hashHeads(letters, length)
  return Array.from({ length }, (_, skip) => remainKey(whole, length, skip))
}

/** Sums of the word's beginnings, each letter weighed by a power of the base, from which any remain is read off. */
const heads = new Int32Array(LONGEST + 2)
const powers = new Int32Array(LONGEST + 2)
for (let at = 0, power = 1; at < powers.length; at++, power = Math.imul(power, BASE))
  powers[at] = power

function hashHeads(letters: Uint16Array, length: number): number {
  let sum = 0
  for (let at = 0; at < length; at++) {
    sum = (Math.imul(sum, BASE) + (letters[at] ?? 0)) | 0
    heads[at + 1] = sum
  }
  return sum
}

/** The key of the word last hashed, short of one letter; whole for 0, as the first is never lost. */
function remainKey(whole: number, length: number, skip: number): number {
  if (skip === 0) return whole ^ (whole >>> 15)
  const lost = ((heads[skip] ?? 0) - (heads[skip + 1] ?? 0)) | 0
  const sum = (whole + Math.imul(lost, powers[length - 1 - skip] ?? 0)) | 0
  return sum ^ (sum >>> 15)
}

function isOneSlipAway(letters: Uint16Array, length: number, word: string): boolean {
  if (letters[0] !== word.charCodeAt(0) || Math.abs(length - word.length) > 1) return false
  let head = 0
  while (head < length && letters[head] === word.charCodeAt(head)) head++
  const rest = (from: number, wordFrom: number) => endsAlike(letters, length, from, word, wordFrom)
  if (length > word.length) return rest(head + 1, head)
  if (length < word.length) return rest(head, head + 1)
  const swapped =
    letters[head] === word.charCodeAt(head + 1) && letters[head + 1] === word.charCodeAt(head)
  return rest(head + 1, head + 1) || (swapped && rest(head + 2, head + 2))
}

function endsAlike(
  letters: Uint16Array,
  length: number,
  from: number,
  word: string,
  wordFrom: number,
): boolean {
  for (let at = 0; from + at < length || wordFrom + at < word.length; at++)
    if (letters[from + at] !== word.charCodeAt(wordFrom + at)) return false
  return true
}
