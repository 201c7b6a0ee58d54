import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detect } from '#src/privacy/detector/detect.ts'
import { createDetectStream } from '#src/privacy/detector/detect-stream.ts'
import type { Finding } from '#src/privacy/detector/finding.ts'

const PIECES = [
  'My name is Maria Okafor. ',
  'call (512) 555-0142 or write to m.okafor@example.com\n',
  'she takes lithium and denies suicidal thoughts. ',
  'admitted on March 3rd, 2026 at 14:20; ',
  'member ID W204418276, SSN 123-45-6789.\n\n',
  '4417 Larkspur Hollow Rd, Apt 2B, Tempe, AZ 85281 ',
  'https://example.com/intake?gclid=Cj0KCQiA1rSsBhDHARIsANB4EJZ ',
  'We would like to know what it costs and how long people wait. ',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'é ñ 日本 🙂 ',
]

function inChunks(text: string, sizes: readonly number[]): readonly Finding[] {
  const stream = createDetectStream()
  const found: Finding[] = []
  let at = 0
  for (let index = 0; at < text.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1
    found.push(...stream.push(text.slice(at, at + size)))
    at += size
  }
  return [...found, ...stream.end()]
}

/** Long enough that several blocks are judged. */
const longText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 200, maxLength: 400 })
  .map((pieces) => Array.from({ length: 14 }, () => pieces.join('')).join('\n'))

describe('the detect stream', () => {
  it('finds the same however a long text is cut', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 6 })

    fc.assert(
      fc.property(longText, sizes, (text, cuts) => {
        const streamed = inChunks(text, cuts)

        expect(streamed).toEqual(detect(text))
      }),
      { numRuns: 6 },
    )
  })

  it('finds the same when every character comes alone', () => {
    const text = PIECES.join('')

    const streamed = inChunks(text, [1])

    expect(streamed).toEqual(detect(text))
  })

  it('counts offsets from the beginning of the stream', () => {
    const before = 'nothing to see here. '.repeat(12_000)
    const text = `${before}SSN 123-45-6789`

    const found = inChunks(text, [4_096])

    expect(found.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['ssn', '123-45-6789'],
    ])
  })

  it('misses nothing that stands across the end of a block', () => {
    const line = 'write to jane.doe@example.com please, '
    const text = line.repeat(6_000)

    const found = inChunks(text, [10_000])

    expect(found.filter(({ kind }) => kind === 'email')).toHaveLength(6_000)
  })

  it('covers an identifier longer than a block in pieces that leave no gap', () => {
    const text = `see https://example.com/${'a1b2'.repeat(60_000)} now`

    const covered = new Uint8Array(text.length)
    for (const { start, end } of inChunks(text, [5_000])) covered.fill(1, start, end)

    expect(covered.subarray(4, text.length - 4).includes(0)).toBe(false)
    expect([...covered.subarray(text.length - 4)]).toEqual([0, 0, 0, 0])
  })

  it('begins anew after its end', () => {
    const stream = createDetectStream()
    stream.push('SSN 123-45-6789')
    stream.end()

    stream.push('SSN 123-45-6789')
    const found = stream.end()

    expect(found).toEqual([{ kind: 'ssn', start: 4, end: 15 }])
  })
})
