import type { SeedConsentPoint, SeedPerson } from './population.ts'
import type { Random } from './random.ts'

const DAY_MS = 86_400_000

/** Parts of a written consent by 42 CFR 2.31 and by 47 CFR 64.1200(f)(9), as a CRM stores them. */
export const PART2_ELEMENTS = [
  'patient_name',
  'discloser',
  'information',
  'recipient',
  'purpose',
  'right_to_revoke',
  'expiry',
  'signature',
  'date',
] as const
export const SMS_ELEMENTS = [
  'signature',
  'number',
  'seller',
  'disclosure',
  'not_a_condition',
] as const

type Known = Pick<
  SeedPerson,
  'part2Consent' | 'smsConsent' | 'audience' | 'createdAt' | 'emailOptOut' | 'doNotCall'
>
type Consents = Pick<
  SeedPerson,
  | 'part2Elements'
  | 'part2SignedAt'
  | 'part2ExpiresAt'
  | 'smsElements'
  | 'consentRevoked'
  | 'healthDataConsent'
  | 'language'
  | 'legalBasis'
  | 'newsletterOptOut'
  | 'consentPoints'
>

/** What is on file of a person's consents; drawn last, so that it moves nothing drawn before. */
export function createConsents(random: Random, person: Known, baseTime: number): Consents {
  const care = person.audience === 'individual'
  const signed = person.part2Consent === 'complete' || person.part2Consent === 'partial'
  const signedAt = person.createdAt + random.int(0, 20) * DAY_MS
  return {
    part2Elements: part2Elements(random, person.part2Consent),
    part2SignedAt: signed ? Math.min(signedAt, baseTime) : undefined,
    part2ExpiresAt: signed ? baseTime + random.int(-40, 330) * DAY_MS : undefined,
    smsElements: person.smsConsent ? mostOf(random, SMS_ELEMENTS, 0.85) : [],
    consentRevoked: random.chance(0.012),
    healthDataConsent: care && random.chance(0.3) ? random.chance(0.9) : undefined,
    language: random.weighted<SeedPerson['language']>([
      ['en', 55],
      ['es', care ? 12 : 4],
      [undefined, 35],
    ]),
    legalBasis: random.weighted<SeedPerson['legalBasis']>([
      [undefined, 72],
      ['consent', 14],
      ['legitimate_interest', 10],
      ['contract', 4],
    ]),
    newsletterOptOut: person.emailOptOut || random.chance(0.06),
    consentPoints: [
      ...consentPoint(random, { channel: 'email', refused: person.emailOptOut, baseTime }),
      ...consentPoint(random, { channel: 'phone', refused: person.doNotCall, baseTime }),
    ],
  }
}

function part2Elements(random: Random, consent: SeedPerson['part2Consent']): readonly string[] {
  if (consent === 'complete') return mostOf(random, PART2_ELEMENTS, 0.85)
  return consent === 'partial' ? PART2_ELEMENTS.slice(0, random.int(2, 6)) : []
}

/** All of them with the given probability, otherwise all but one. */
function mostOf(
  random: Random,
  elements: readonly string[],
  probability: number,
): readonly string[] {
  if (random.chance(probability)) return elements
  const missing = random.int(0, elements.length - 1)
  return elements.filter((_element, place) => place !== missing)
}

/** Half the people have one on file for a channel; some of those have run out. */
function consentPoint(
  random: Random,
  known: { channel: SeedConsentPoint['channel']; refused: boolean; baseTime: number },
): SeedConsentPoint[] {
  const from = known.baseTime - random.int(20, 200) * DAY_MS
  const ended = random.chance(0.1)
  const until = known.baseTime + (ended ? -random.int(1, 15) : random.int(30, 300)) * DAY_MS
  if (!random.chance(0.5)) return []
  const { channel } = known
  return known.refused
    ? [{ channel, status: 'opt_out', from, until: undefined }]
    : [{ channel, status: 'opt_in', from, until }]
}
