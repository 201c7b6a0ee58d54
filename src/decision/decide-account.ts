import { speaksForOrganisation } from '../consent/speaks-for-organisation.ts'
import type { AccountValues, Audience, Facts, IntentValues, SafeRecord } from '../ports.ts'
import type { AccountPerson, AccountScore } from '../scoring/account/account-score.ts'
import type { AccountScorer } from '../scoring/account/compile-account-model.ts'

export interface AccountDeciderDeps {
  readonly accounts: AccountScorer
  readonly audienceOf: (facts: Facts) => Audience
}

/** A person of an organisation as last scored. */
interface AccountMember {
  readonly record: SafeRecord
  readonly values: IntentValues
}

interface AccountInput {
  readonly company: SafeRecord
  readonly members: readonly AccountMember[]
  /** What was last intended for the organisation. */
  readonly previous: AccountValues | undefined
  /** Epoch ms. */
  readonly now: number
}

interface AccountDecision {
  readonly values: AccountValues
  /** When the values change if no person's own score does; epoch ms. */
  readonly nextChangeAt: number | undefined
}

export interface AccountDecider {
  /** `undefined` where nothing should be written: nobody is engaged and nothing stood there before. */
  decide(input: AccountInput): AccountDecision | undefined
  explain(input: Pick<AccountInput, 'company' | 'members' | 'now'>): AccountScore
}

/** What should stand on an organisation, from what its people were last scored. No I/O. */
export function createAccountDecider(deps: AccountDeciderDeps): AccountDecider {
  const explain: AccountDecider['explain'] = ({ company, members, now }) => {
    const people = members
      .filter(({ record }) => speaksForOrganisation(record, deps.audienceOf))
      .map(toPerson)
    return deps.accounts.score({ people, facts: company.facts }, now)
  }
  return {
    explain,
    decide: (input) => {
      const { score, tier, engagedContacts, nextChangeAt } = explain(input)
      if (engagedContacts === 0 && input.previous === undefined) return undefined
      const values = { accountScore: score, accountTier: tier, engagedContacts }
      return { values, nextChangeAt }
    },
  }
}

function toPerson({ record: { facts, activities }, values }: AccountMember): AccountPerson {
  const { audience, hold, fit, engagement } = values
  const role = facts['role']
  return {
    audience,
    hold,
    fit,
    engagement,
    role: typeof role === 'string' ? role : undefined,
    activities,
  }
}
