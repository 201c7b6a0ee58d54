import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Activity } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { fingerprintOf, toSafeRecord } from '#src/privacy/safe-record.ts'

const allowed = new Set(
  (shippedAllowList('hubspot').fields.contact ?? []).map(({ field }) => field),
)

function contact(fields: Record<string, unknown>, activities: readonly Activity[] = []) {
  return toSafeRecord(shippedAllowList('hubspot'), {
    object: 'contact',
    id: '101',
    companyId: undefined,
    fields,
    activities,
  })
}

describe('a safe record', () => {
  it('never carries a field that is not on the allow-list, whatever its name and value', () => {
    const field = fc.string({ minLength: 1, maxLength: 40 }).filter((name) => !allowed.has(name))
    const canary = fc.uuid()

    fc.assert(
      fc.property(field, canary, (name, value) => {
        const record = contact({ jobtitle: 'HR Director', [name]: value })

        expect(record).toEqual(contact({ jobtitle: 'HR Director' }))
        expect(JSON.stringify(record)).not.toContain(value)
      }),
    )
  })

  it('keeps no text that was typed into an allow-listed field', () => {
    const word = fc.stringMatching(/^[a-z]{14,20}$/)

    fc.assert(
      fc.property(word, (canary) => {
        const fields = Object.fromEntries([...allowed].map((name) => [name, `my ${canary} story`]))

        expect(JSON.stringify(contact(fields))).not.toContain(canary)
      }),
    )
  })

  it('drops the address and keeps only the kind of its domain', () => {
    const record = contact({ email: 'maria.lopez@gmail.com' })

    expect(record.facts).toEqual({ emailClass: 'personal' })
  })

  it('drops query, path and host of the last page', () => {
    const url = 'https://clinic.example/pricing/lopez?email=maria%40gmail.com&gclid=abc#top'

    expect(contact({ hs_analytics_last_url: url }).facts).toEqual({ lastPageCategory: 'pricing' })
  })

  it('lets nothing ride along on an activity', () => {
    const smuggled = {
      kind: 'call-connected',
      category: 'other',
      at: 1_794_484_800_000,
      note: 'said he cannot sleep',
    } as const
    const unknown = { kind: 'confessed', category: 'other', at: 1 } as unknown as Activity

    const record = contact({}, [smuggled, unknown])

    expect(record.activities).toEqual([
      { kind: 'call-connected', category: 'other', at: 1_794_484_800_000 },
    ])
  })

  it('treats empty values as missing facts', () => {
    expect(contact({ jobtitle: '', do_not_call: null, hs_email_open: '' }).facts).toEqual({})
  })

  it('has one fingerprint for equal facts and another after a change', () => {
    expect(fingerprintOf({ a: 1, b: 'x' }, '7')).toBe(fingerprintOf({ b: 'x', a: 1 }, '7'))
    expect(fingerprintOf({ a: 1 }, '7')).not.toBe(fingerprintOf({ a: 2 }, '7'))
    expect(fingerprintOf({ a: 1 }, '7')).not.toBe(fingerprintOf({ a: 1 }, undefined))
  })
})

describe('the allow-lists that ship', () => {
  it.each(['hubspot', 'salesforce'] as const)('name each field and each fact once in %s', (crm) => {
    for (const fields of Object.values(shippedAllowList(crm).fields)) {
      expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length)
      expect(new Set(fields.map(({ fact }) => fact)).size).toBe(fields.length)
    }
  })

  it.each(['hubspot', 'salesforce'] as const)(
    'ask %s for no free text and no identifier',
    (crm) => {
      const risky =
        /name|phone|mobile|fax|street|address|city|zip|postal|birth|gender|ssn|member|diagnos|medic|note|body|subject|description|message|comment|title$/i
      // Coded to a closed vocabulary at once, as the tests above hold.
      const coded = new Set([
        'jobtitle',
        'Title',
        'recent_conversion_event_name',
        // The state of a consent, not a number.
        'ConsentPoint.Phone',
        // When it was, not what it says.
        'MessageDate',
      ])

      const fields = Object.values(shippedAllowList(crm).fields).flat()

      expect(
        fields.map(({ field }) => field).filter((f) => risky.test(f) && !coded.has(f)),
      ).toEqual([])
    },
  )
})
