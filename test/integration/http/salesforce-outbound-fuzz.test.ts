import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OUTBOUND_ACK } from '#connectors/salesforce/webhook.ts'
import {
  CONTACT,
  LEAD,
  outboundMessage,
  startWebProcess,
  type WebProcess,
} from './salesforce-outbound.ts'

const GOOD = outboundMessage([
  { type: 'Lead', id: LEAD },
  { type: 'Contact', id: CONTACT, more: '<sf:Name>A &amp; B</sf:Name>' },
])

/** Pieces that mean something to XML parsers, of this encoding or another. */
const PIECES = [
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?php x?>',
  '<?xml version="1.0" encoding="UTF-16"?>',
  '&b;',
  '&#0;',
  '&#x110000;',
  '&lt;',
  '<a>',
  '</a>',
  '<a/>',
  '<__proto__>',
  '<constructor/>',
  '<hasOwnProperty>x</hasOwnProperty>',
  ' xmlns="urn:x"',
  ' xmlns:sf="urn:y"',
  '"',
  "'",
  '>',
  '<',
  '/',
  '\0',
  '\ufeff',
  '\ud800',
  '+ADw-',
  '<Notification>',
  '</sObject>',
  '<sf:Id>',
  '</sf:Id>',
]

type Edit = { readonly at: number; readonly cut: number; readonly put: string }
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(GOOD.length),
  cut: fc.oneof(fc.constant(0), fc.nat(40)),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })),
})

const mutated = fc
  .array(edit, { minLength: 1, maxLength: 4 })
  .map((edits) =>
    edits.reduce((xml, { at, cut, put }) => xml.slice(0, at) + put + xml.slice(at + cut), GOOD),
  )
const bytes = fc
  .tuple(mutated, fc.array(fc.tuple(fc.nat(GOOD.length), fc.nat(255)), { maxLength: 3 }))
  .map(([xml, flips]) => {
    const body = Buffer.from(xml)
    for (const [at, value] of flips) if (at < body.length) body[at] = value
    return body
  })

describe('whatever is posted to the outbound message address', () => {
  let web: WebProcess
  beforeAll(async () => {
    web = await startWebProcess()
  })
  afterAll(() => web.close())

  it('is refused or marked and acknowledged, and never breaks the process', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => {
        const response = await web.post(new Uint8Array(body))
        const text = await response.text()
        const marks = await web.takeMarks()

        const isAcknowledged = response.status === 200
        expect([200, 400, 401]).toContain(response.status)
        expect(text === OUTBOUND_ACK).toBe(isAcknowledged)
        expect(text.includes('Ack')).toBe(isAcknowledged)
        // Whatever ids are left in the envelope, an acknowledged one leaves a mark or asks for a poll.
        expect(marks.length + web.polled.splice(0).length > 0).toBe(isAcknowledged)
      }),
      { numRuns: 250 },
    )
  })
})
