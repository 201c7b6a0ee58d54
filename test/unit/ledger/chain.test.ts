import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#src/ledger/canonical-json.ts'
import {
  CHAIN_START,
  type ChainedEntry,
  type ChainHead,
  faultOf,
  hashEntry,
  sealHead,
} from '#src/ledger/chain.ts'
import { LEDGER_KINDS } from '#src/ledger/ledger-entry.ts'
import { recordHash, valuesDigest } from '#src/ledger/record-hash.ts'

const entry: fc.Arbitrary<ChainedEntry> = fc.record({
  portal: fc.string(),
  seq: fc.nat(),
  at: fc.nat(),
  kind: fc.constantFrom(...LEDGER_KINDS),
  actor: fc.string(),
  detail: fc.dictionary(fc.string(), fc.jsonValue()),
  records: fc.array(fc.string()),
  digests: fc.array(fc.string()),
})

function chainOf(entries: readonly ChainedEntry[]) {
  let prev: ChainHead = CHAIN_START
  return entries.map((each, index) => {
    const placed = { ...each, seq: index + 1 }
    const linked = { ...placed, prev: prev.hash, hash: hashEntry(prev.hash, placed) }
    prev = linked
    return linked
  })
}

describe('canonical JSON', () => {
  it('is the same text for the same meaning, whatever the order of names', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed())

        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('leaves out what is undefined and sorts by code unit', () => {
    expect(canonicalJson({ b: 1, a: [true, null, { d: undefined, c: 'é"' }], B: 0 })).toBe(
      '{"B":0,"a":[true,null,{"c":"é\\""}],"b":1}',
    )
  })
})

describe('a chain of entries', () => {
  it('holds together as it was made', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        let before: ChainHead = CHAIN_START
        for (const linked of chainOf(entries)) {
          expect(faultOf(before, linked)).toBeUndefined()
          before = linked
        }
      }),
    )
  })

  it('shows any change of any member', () => {
    fc.assert(
      fc.property(entry, entry, fc.nat(), (original, other, pick) => {
        const [linked] = chainOf([original])
        const names = Object.keys(original).filter((name) => name !== 'seq')
        const name = names[pick % names.length] ?? 'at'
        const value = other[name as keyof ChainedEntry]
        fc.pre(linked !== undefined)
        fc.pre(canonicalJson(value) !== canonicalJson(original[name as keyof ChainedEntry]))

        expect(faultOf(CHAIN_START, { ...linked, [name]: value })).toBe('entry-altered')
      }),
    )
  })

  it('shows an entry that is missing or does not follow', () => {
    fc.assert(
      fc.property(entry, entry, entry, (a, b, c) => {
        const [first, second, third] = chainOf([a, b, c])
        fc.pre(first !== undefined && second !== undefined && third !== undefined)

        expect(faultOf(first, third)).toBe('entry-missing')
        expect(faultOf(first, { ...third, seq: 2 })).toBe('not-linked')
      }),
    )
  })

  it('is sealed by key, portal, number and hash alike', () => {
    const head = { seq: 3, hash: Buffer.alloc(32, 7) }
    const key = Buffer.alloc(32, 1)
    const seals = [
      sealHead(key, 'hubspot:1', head),
      sealHead(Buffer.alloc(32, 2), 'hubspot:1', head),
      sealHead(key, 'hubspot:2', head),
      sealHead(key, 'hubspot:1', { ...head, seq: 4 }),
      sealHead(key, 'hubspot:1', { ...head, hash: Buffer.alloc(32, 8) }),
    ]

    expect(new Set(seals.map((seal) => seal.toString('hex'))).size).toBe(5)
  })
})

describe('the salted name of a record', () => {
  const salt = Buffer.alloc(32, 1)

  it('is HMAC-SHA-256 in 22 characters, one for each salt, object and id', () => {
    const names = [
      recordHash(salt, { object: 'contact', id: '1' }),
      recordHash(salt, { object: 'lead', id: '1' }),
      recordHash(salt, { object: 'contact', id: '2' }),
      recordHash(Buffer.alloc(32, 2), { object: 'contact', id: '1' }),
    ]

    expect(new Set(names).size).toBe(4)
    // printf 'contact:1' | openssl dgst -sha256 -mac hmac -macopt hexkey:0101…01 -binary | head -c 16 | base64
    expect(names[0]).toBe('C4bIvURxeeKPj-P86royyg')
  })

  it('of values leaves out when they were scored', () => {
    const account = { accountScore: 1, accountTier: 'nurture', engagedContacts: 2 } as const

    expect(valuesDigest(salt, { ...account, engagedContacts: 3 })).not.toBe(
      valuesDigest(salt, account),
    )
    expect(valuesDigest(salt, account)).not.toContain('nurture')
  })
})
