import { beforeAll, describe, expect, it } from 'vitest'
import { loadAccountModel } from '#src/account-model.ts'
import { type AccountDecider, createAccountDecider } from '#src/decision/decide-account.ts'
import { type Activity, type Facts, HOLDS, type IntentValues, type SafeRecord } from '#src/ports.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const BUYER: Facts = { role: 'benefits-leader', inquiryType: 'employer-benefits' }

function record(id: string, facts: Facts, activities: readonly Activity[] = []): SafeRecord {
  const object = id.startsWith('c') ? 'company' : 'contact'
  const fingerprint = fingerprintOf(facts, undefined)
  return restoreSafeRecord({ object, id, companyId: undefined, facts, activities, fingerprint })
}

const VALUES: IntentValues = {
  score: 70,
  fit: 30,
  engagement: 40,
  grade: 'B1',
  tier: 'sales-ready',
  hold: null,
  audience: 'employer',
  topReason: null,
  handoffNote: null,
  nextAction: 'call',
  channels: ['phone'],
  respondBy: null,
  scoredAt: NOW,
  model: 'employer@1',
}
const visit: Activity = { kind: 'page-viewed', category: 'pricing', at: NOW }

const member = (id: string, values: Partial<IntentValues> = {}, facts = BUYER) => ({
  record: record(id, facts, [visit]),
  values: { ...VALUES, ...values },
})
const company = record('c1', { companySize: 2_000 })

describe('what is written on an organisation', () => {
  let decider: AccountDecider
  beforeAll(async () => {
    decider = createAccountDecider({
      accounts: await loadAccountModel(),
      audienceOf: ({ role, inquiryType }) =>
        role === 'benefits-leader' || inquiryType === 'employer-benefits'
          ? 'employer'
          : 'individual',
    })
  })
  const decide = (
    members: Parameters<AccountDecider['decide']>[0]['members'],
    previous?: Parameters<AccountDecider['decide']>[0]['previous'],
  ) => decider.decide({ company, members, previous, now: NOW })

  it('is the score, the tier and how many people count', () => {
    const decision = decide([member('1'), member('2', { engagement: 20 })])

    expect(decision?.values).toEqual({
      accountScore: 25 + 8 + 10 + 12 + 15,
      accountTier: 'sales-ready',
      engagedContacts: 2,
    })
    expect(decision?.nextChangeAt).toBeGreaterThan(NOW)
  })

  it('is nothing at all while nobody is engaged', () => {
    expect(decide([])).toBeUndefined()
    expect(decide([member('1', { engagement: 2 })])).toBeUndefined()
  })

  it('is cleared when the last engaged person is so no longer', () => {
    const previous = { accountScore: 62, accountTier: 'sales-ready', engagedContacts: 2 } as const

    expect(decide([], previous)).toEqual({
      values: { accountScore: 0, accountTier: 'unqualified', engagedContacts: 0 },
      nextChangeAt: undefined,
    })
  })

  it('says the same of an employer however many of its employees seek care', () => {
    const seekers = [
      member('3', { audience: 'individual' }),
      // Their result is of an earlier day; what they ask for now is not.
      member('4', {}, { ...BUYER, inquiryType: 'self' }),
      member('5', {}, { ...BUYER, existingPatient: true }),
      // Only their address, and so the organisation, made them an employer's.
      member('6', {}, { emailClass: 'business' }),
    ]
    const buyers = [member('1'), member('2')]

    expect(decide(seekers)).toBeUndefined()
    expect(decide([...seekers, ...buyers])).toEqual(decide(buyers))
    expect(decider.explain({ company, members: [...seekers, ...buyers], now: NOW })).toEqual(
      decider.explain({ company, members: buyers, now: NOW }),
    )
  })

  it.each(HOLDS)('does not count somebody held as %s', (hold) => {
    expect(decide([member('1', { hold })])).toBeUndefined()
  })
})
