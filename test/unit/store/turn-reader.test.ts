import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClientRequest, createTurnReader } from '#src/store/embedded/turn-reader.ts'

const message = (type: string, body = ''): Buffer => {
  const bytes = Buffer.from(`${type}\0\0\0\0${body}`)
  bytes.writeInt32BE(bytes.length - 1, 1)
  return bytes
}

const startUp = (code: number, body = ''): Buffer => {
  const bytes = Buffer.from(`\0\0\0\0\0\0\0\0${body}`)
  bytes.writeInt32BE(bytes.length, 0)
  bytes.writeInt32BE(code, 4)
  return bytes
}

const HELLO = startUp(196_608, 'user\0postgres\0\0')
const PIPELINE = Buffer.concat(
  ['P', 'B', 'D', 'E', 'S'].map((type) => message(type, 'x'.repeat(9))),
)

function readAll(chunks: readonly Buffer[]): readonly ClientRequest[] {
  const read = createTurnReader()
  return chunks.flatMap((chunk) => read(chunk))
}

describe('reading what a database client sends', () => {
  it('never lets another client in between the parts of a statement', () => {
    const requests = readAll([Buffer.concat([HELLO, PIPELINE, message('Q', 'select 1\0')])])

    expect(requests).toEqual([
      { kind: 'turn', bytes: HELLO },
      { kind: 'turn', bytes: PIPELINE },
      { kind: 'turn', bytes: message('Q', 'select 1\0') },
    ])
  })

  it('reads the same however the bytes are cut', () => {
    const all = Buffer.concat([startUp(80_877_103), HELLO, PIPELINE, PIPELINE, message('X')])

    fc.assert(
      fc.property(fc.array(fc.nat(all.length)), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), all.length]
        const chunks = places.slice(1).map((end, index) => all.subarray(places[index], end))

        expect(readAll(chunks)).toEqual([
          { kind: 'decline-encryption' },
          { kind: 'turn', bytes: HELLO },
          { kind: 'turn', bytes: PIPELINE },
          { kind: 'turn', bytes: PIPELINE },
          { kind: 'end' },
        ])
      }),
    )
  })

  it('ends with a client that speaks something else', () => {
    expect(readAll([Buffer.from('GET / HTTP/1.1\r\n\r\n')])).not.toContainEqual(
      expect.objectContaining({ kind: 'turn' }),
    )
    expect(readAll([startUp(80_877_102, '12345678')])).toEqual([{ kind: 'end' }])
  })
})
