import { toLongId } from '#connectors/salesforce/schema/record-id.ts'
import type { AccountValues, Intent, IntentValues } from '#src/ports.ts'
import { DATA } from './harness.ts'

export const COLLECTIONS = `${DATA}/composite/sobjects`

export const VALUES: IntentValues = {
  score: 82,
  fit: 74,
  engagement: 91,
  grade: 'A1',
  tier: 'sales-ready',
  hold: 'no-consent',
  audience: 'health-plan',
  topReason: 'Asked for a call today',
  handoffNote: 'Note',
  nextAction: 'book-consult',
  channels: ['phone', 'sms'],
  respondBy: Date.UTC(2026, 10, 20, 13),
  scoredAt: Date.UTC(2026, 10, 20, 12),
  model: 'employer@1',
}
export const ACCOUNT_VALUES: AccountValues = {
  accountScore: 64,
  accountTier: 'sales-ready',
  engagedContacts: 3,
}

export const intentFor = (object: Intent['ref']['object'], id: string): Intent => ({
  ref: { object, id },
  values: object === 'company' ? ACCOUNT_VALUES : VALUES,
})

export const leads = (count: number): Intent[] =>
  Array.from({ length: count }, (_, index) =>
    intentFor('lead', toLongId(`00Q5g00000${String(index).padStart(5, '0')}`) ?? ''),
  )

/** One record's part of an answer. */
export const saved = (id: string) => ({ id, success: true, errors: [] })
