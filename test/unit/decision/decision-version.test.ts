import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import { DECISION_VERSION } from '#src/decision/decision-version.ts'
import { type Activity, AUDIENCES, type Facts, type PortalPolicy } from '#src/ports.ts'
import { restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { hashIntentValues } from '#src/store/hash-intent-values.ts'
import { DAY_MS, NOW, sampleModel } from '../scoring/sample-model.ts'

const HOUR_MS = DAY_MS / 24
const PERSON = {
  object: 'contact',
  id: '100000001',
  companyId: undefined,
  fingerprint: '',
} as const
const WHO: readonly Facts[] = [
  {},
  { inquiryType: 'self', state: 'NY', requestedContact: 'call' },
  { inquiryType: 'loved-one', state: 'WA', requestedContact: 'email' },
  { inquiryType: 'self', state: 'CA', requestedContact: 'call-today', preferredLanguage: 'es' },
  { inquiryType: 'self', requestedContact: 'none' },
  { inquiryType: 'employer-benefits', state: 'TX', role: 'benefits' },
  { inquiryType: 'referral', serviceLine: 'substance-use' },
]
const CARE: readonly Facts[] = [
  {},
  { crisis: true },
  { revoked: true },
  { emailOptOut: true },
  { doNotCall: true },
  { doNotProfile: true },
  { existingPatient: true },
  { ageBand: '13-17' },
  { smsConsent: true, emailConsent: 'opt-in' },
]
const act = (kind: Activity['kind'], hoursAgo: number): Activity => ({
  kind,
  category: 'contact',
  at: NOW - hoursAgo * HOUR_MS,
})
const DONE: readonly (readonly Activity[])[] = [
  [],
  [act('form-submitted', 1), act('demo-attended', 2)],
  [act('consult-requested', 9), act('call-connected', 8), act('demo-attended', 1)],
  [act('form-submitted', 24 * 200), act('page-viewed', 1), act('demo-attended', 24 * 190)],
]
const POLICIES: readonly PortalPolicy[] = (['en', 'es'] as const).flatMap((noteLanguage) =>
  [true, false].map((coveredEntity) => ({ ...DEFAULT_POLICY, noteLanguage, coveredEntity })),
)

/** Everything written of many different people, by a model that never changes. */
function fingerprint(): string {
  const model = sampleModel({ fitRules: [{ fact: 'inquiryType', present: true, points: 40 }] })
  const decider = createDecider({
    models: new Map(AUDIENCES.map((audience) => [audience, model])),
    audienceOf: ({ role }) => (role === 'benefits' ? 'employer' : 'individual'),
    segments: undefined,
  })
  const hash = createHash('sha256')
  for (const policy of POLICIES) {
    for (const activities of DONE) {
      for (const facts of WHO.flatMap((who) => CARE.map((care) => ({ ...who, ...care })))) {
        const { values, nextChangeAt } = decider.decide({
          record: restoreSafeRecord({ ...PERSON, facts, activities }),
          companyFacts: undefined,
          previous: undefined,
          policy,
          timeZone: 'America/New_York',
          now: NOW,
        })
        hash.update(`${hashIntentValues(values)} ${nextChangeAt}\n`)
      }
    }
  }
  return hash.digest('hex').slice(0, 12)
}

it('is counted up when people are decided or told otherwise, so that an upgrade reaches them', () => {
  expect(
    { version: DECISION_VERSION, fingerprint: fingerprint() },
    'Decisions differ from before: count DECISION_VERSION up and note the fingerprint here.',
  ).toEqual({ version: 2, fingerprint: 'ec2c0510e39c' })
})
