import { createActivities } from './create-activities.ts'
import { careAnswers, workAnswers } from './create-answers.ts'
import { createConsents } from './create-consents.ts'
import { createDeal } from './create-deal.ts'
import type { SeedActivity, SeedCompany, SeedPerson } from './population.ts'
import type { Random } from './random.ts'
import { BROKER_TITLES, EAP_TITLES, EMPLOYER_TITLES, STATES } from './seed-words.ts'

const DAY_MS = 86_400_000
const HISTORY_MS = 270 * DAY_MS

export interface PersonSetting {
  readonly index: number
  readonly random: Random
  readonly baseTime: number
  readonly names: {
    readonly first: readonly [string, ...string[]]
    readonly last: readonly [string, ...string[]]
  }
  /** Given for people on the employers' side. */
  readonly company: SeedCompany | undefined
}

/** One made-up person with everything that happened with them. */
export function createPerson(setting: PersonSetting): SeedPerson {
  const { index, random, baseTime, names, company } = setting
  const audience = company === undefined ? 'individual' : 'employer'
  const firstName = random.pick(names.first)
  const lastName = random.pick(names.last)
  const title = titleOf(random, company)
  const employedAt = title === 'Student' ? undefined : company
  const createdAt = baseTime - random.int(1, 269) * DAY_MS - random.int(0, DAY_MS - 1)
  const from = Math.max(createdAt, baseTime - HISTORY_MS)
  const activities = createActivities({ random, audience, from, baseTime })
  const person = {
    index,
    audience,
    salesforceObject: employedAt !== undefined && random.chance(0.5) ? 'contact' : 'lead',
    firstName,
    lastName,
    email: emailOf(setting, { firstName, lastName, title, employedAt }),
    phone: `+1-${random.int(202, 989)}-555-01${String(random.int(0, 99)).padStart(2, '0')}`,
    title,
    state: employedAt?.state ?? random.pick(STATES),
    companyIndex: employedAt?.index,
    createdAt,
    lifecycle: lifecycleOf(random, activities),
    source: sourceOf(random, audience),
    ...(company === undefined ? careAnswers(random) : workAnswers(random)),
    ...consentOf(random, audience),
    activities,
    deal: createDeal({ random, baseTime, lastName, company: employedAt, activities }),
  } as const
  return { ...person, ...createConsents(random, person, baseTime) }
}

function titleOf(random: Random, company: SeedCompany | undefined): string | undefined {
  if (company === undefined) return random.chance(0.06) ? 'Teacher' : undefined
  if (company.type === 'benefits_broker') return random.weighted(BROKER_TITLES)
  if (company.type === 'eap') return random.weighted(EAP_TITLES)
  return random.weighted(EMPLOYER_TITLES)
}

/**
 * Personal addresses carry a hyphen, which neither Gmail nor Yahoo nor AOL allows in a user name: the
 * product sees a consumer domain and nobody can own the address.
 */
function emailOf(
  { index, random }: PersonSetting,
  person: {
    firstName: string
    lastName: string
    title: string | undefined
    employedAt: SeedCompany | undefined
  },
): string {
  const number = String(index).padStart(6, '0')
  const name = `${person.firstName}.${person.lastName}`.toLowerCase().replaceAll(/[^a-z.]/g, '')
  if (person.title === 'Student') return `${name}.${number}@students.example.edu`
  if (person.employedAt !== undefined) return `${name}.${number}@${person.employedAt.domain}`
  const domain = random.weighted([
    ['gmail.com', 6],
    ['yahoo.com', 3],
    ['aol.com', 1],
  ])
  return `lw-${number}.test@${domain}`
}

function lifecycleOf(random: Random, activities: readonly SeedActivity[]): SeedPerson['lifecycle'] {
  if (activities.length < 2) return random.pick(['subscriber', 'lead', 'lead'])
  if (activities.length < 9) {
    return random.pick(['lead', 'lead', 'lead', 'marketingqualifiedlead'])
  }
  return random.weighted([
    ['lead', 30],
    ['marketingqualifiedlead', 35],
    ['salesqualifiedlead', 20],
    ['opportunity', 10],
    ['customer', 5],
  ])
}

function sourceOf(random: Random, audience: SeedPerson['audience']): SeedPerson['source'] {
  const care = audience === 'individual'
  return random.weighted([
    ['organic_search', 30],
    ['paid_search', care ? 22 : 10],
    ['referral', 16],
    ['direct', 12],
    ['email', 8],
    ['event', care ? 2 : 16],
    ['social', 10],
  ])
}

type Consent = Pick<SeedPerson, 'emailOptOut' | 'doNotCall' | 'smsConsent' | 'doNotProfile'>

function consentOf(random: Random, audience: SeedPerson['audience']): Consent {
  return {
    emailOptOut: random.chance(0.08),
    doNotCall: random.chance(0.03),
    smsConsent: random.chance(audience === 'individual' ? 0.35 : 0.09),
    doNotProfile: random.chance(0.01),
  }
}
