import { describe, expect, it } from 'vitest'
import type { FindingKind } from '#src/privacy/detector/finding.ts'
import { IDENTIFIER_KINDS, TERM_KINDS } from '#src/privacy/detector/finding.ts'
import type { Destination } from '#src/privacy/egress-guard.ts'
import { guardText } from '#src/privacy/egress-guard.ts'

/** One text of each kind, which holds no other. */
const TEXTS: Readonly<Record<FindingKind, string>> = {
  name: 'spoke with Jennifer',
  geography: 'lives in Chattanooga',
  date: 'on 03/14/2026',
  phone: '512-555-0142',
  fax: 'fax 512-555-0143',
  email: 'jane.doe@example.com',
  ssn: '123-45-6789',
  'medical-record-number': 'MRN 00482913',
  'health-plan-number': 'member ID W123456789',
  'account-number': '4111 1111 1111 1111',
  'licence-number': "driver's license D1234567",
  vehicle: 'license plate 7ABC123',
  device: 'serial number SN-48213',
  url: 'https://example.com/intake',
  'ip-address': 'from 203.0.113.7',
  biometric: 'fingerprint scan',
  photo: 'IMG_2041.jpg',
  'unique-code': '550e8400-e29b-41d4-a716-446655440000',
  'mental-health': 'asks about bipolar disorder',
  'substance-use': 'drinks too much, alcoholism',
  medication: 'takes lithium',
  crisis: 'wants to kill himself',
}

const KINDS: readonly FindingKind[] = [...IDENTIFIER_KINDS, ...TERM_KINDS]

/** Written out, so that a change of the guard's table shows here. */
const PASSES: Readonly<Record<Destination, readonly FindingKind[]>> = {
  crm: ['date'],
  log: ['url', 'ip-address', 'unique-code'],
  error: ['url', 'ip-address', 'unique-code'],
  metric: [],
}

const DESTINATIONS: readonly Destination[] = ['crm', 'log', 'error', 'metric']
const ROWS = DESTINATIONS.flatMap((destination) =>
  KINDS.map((kind) => ({
    destination,
    kind,
    verdict: PASSES[destination].includes(kind) ? 'clean' : kind,
  })),
)

const SENTENCE = 'Follow the crisis protocol of your organisation; anybody may call or text 988.'

describe('the egress guard', () => {
  it.each(ROWS)('says $verdict of $kind to $destination', ({ destination, kind, verdict }) => {
    const said = guardText(destination, TEXTS[kind])

    expect(said).toBe(verdict)
  })

  it('holds what is denied or said of somebody else', () => {
    const said = ['denies suicidal thoughts', 'my brother is on lithium'].map((text) =>
      guardText('crm', text),
    )

    expect(said).toEqual(['crisis', 'medication'])
  })

  it('names the first kind that is forbidden there, not one that may pass', () => {
    const said = guardText('log', 'https://example.com answered for 512-555-0142')

    expect(said).toBe('phone')
  })

  it('lets its own sentence pass word for word, and what stands beside it not', () => {
    const options = { fixedSentences: new Set([SENTENCE]) }

    expect(guardText('crm', `Held. ${SENTENCE}`, options)).toBe('clean')
    expect(guardText('crm', `${SENTENCE} Call 512-555-0142.`, options)).toBe('phone')
    expect(guardText('crm', SENTENCE.replace('anybody', 'somebody suicidal'), options)).toBe(
      'crisis',
    )
  })

  it('does not read together what stood on both sides of a sentence', () => {
    const said = guardText('crm', '512-555[own]-0142', { fixedSentences: new Set(['[own]']) })

    expect(said).toBe('clean')
  })

  it('counts a detector that fails as a finding', () => {
    const said = guardText('crm', 'anything', {
      detect: () => {
        throw new Error('out of memory')
      },
    })

    expect(said).toBe('unreadable')
  })

  it.each(['no-consent', 'hold-review', 'hs_lead_status', 'HTTP 429', '', 'fit 72, engagement 40'])(
    'lets the code "%s" pass everywhere',
    (text) => {
      const said = DESTINATIONS.map((destination) => guardText(destination, text))

      expect(said).toEqual(['clean', 'clean', 'clean', 'clean'])
    },
  )

  it.each(['suicidal', 'bipolar', 'alcoholic'])(
    'holds the word "%s" though it looks like a code',
    (text) => {
      const said = guardText('metric', text)

      expect(said).not.toBe('clean')
    },
  )
})
