import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKeyring, openSecret, sealSecret } from '#src/store/secrets.ts'

const key = (): string => randomBytes(32).toString('base64')
const OWNER = 'hubspot:1'

describe('secrets at rest', () => {
  it('opens what it sealed, whatever it says', () => {
    const keys = createKeyring(key())

    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (secret) => {
        expect(openSecret(keys, OWNER, sealSecret(keys, OWNER, secret))).toBe(secret)
      }),
    )
  })

  it('shows nothing of the secret and never the same bytes twice', () => {
    const keys = createKeyring(key())

    const [first, second] = [1, 2].map(() => sealSecret(keys, OWNER, 'pat-na1-secret'))

    expect(first?.includes('pat-na1')).toBe(false)
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false)
  })

  it('opens with any configured key and seals with the first', () => {
    const [old, fresh] = [key(), key()]
    const sealed = sealSecret(createKeyring(old), OWNER, 'token')
    const both = createKeyring(`${fresh}, ${old}`)

    const opened = openSecret(both, OWNER, sealed)
    const resealed = sealSecret(both, OWNER, opened)

    expect(opened).toBe('token')
    expect(openSecret(createKeyring(fresh), OWNER, resealed)).toBe('token')
    expect(() => openSecret(createKeyring(old), OWNER, resealed)).toThrow(
      expect.objectContaining({ code: 'secret-key-wrong' }),
    )
  })

  it('does not open the secret of another portal', () => {
    const keys = createKeyring(key())
    const sealed = sealSecret(keys, OWNER, 'token')

    expect(() => openSecret(keys, 'hubspot:2', sealed)).toThrow(
      expect.objectContaining({ code: 'secret-key-wrong' }),
    )
  })

  it('refuses a secret altered in any byte', () => {
    const keys = createKeyring(key())
    const sealed = sealSecret(keys, OWNER, 'token')

    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const altered = Buffer.from(sealed)
        altered[place] = (altered[place] ?? 0) ^ flip

        expect(() => openSecret(keys, OWNER, altered)).toThrow(
          expect.objectContaining({ code: 'secret-key-wrong' }),
        )
      }),
    )
  })

  it.each(['', 'short', randomBytes(16).toString('base64'), `${key()},`, `${key()} x`])(
    'refuses a key of the wrong shape without repeating it',
    (text) => {
      const attempt = (): unknown => createKeyring(text)

      expect(attempt).toThrow(expect.objectContaining({ code: 'secret-key-invalid' }))
      expect(attempt).not.toThrow(text === '' ? 'never' : text)
    },
  )
})
