import type { Population, SeedActivity, SeedCompany, SeedPerson } from './population.ts'
import { createRandom } from './random.ts'

/** What became of a person, and how likely that was: nobody has to guess whether a learner is right. */
export interface OutcomeWithTruth {
  readonly person: SeedPerson
  /** Log odds of a win, by the formula below. */
  readonly logOdds: number
  readonly won: boolean
  /** When it was decided; nothing later had a say. Epoch ms. */
  readonly decidedAt: number
}

/** A question with its weight in log odds. */
interface Term {
  readonly weight: number
  readonly asks: (about: About) => boolean
}

interface About {
  readonly person: SeedPerson
  readonly company: SeedCompany | undefined
  /** Of the days until the decision. */
  readonly activities: readonly SeedActivity[]
}

const DAY_MS = 86_400_000
/** Care is decided on within weeks, a programme within months. */
const DECIDED_WITHIN_DAYS = { individual: 21, employer: 60 } as const
/** About one in seven wins. */
const BASE = { individual: -3.1, employer: -3.2 } as const

/** A stream of its own, so that people stay as they are whoever asks for outcomes. */
const STREAM = 2_000_003

const titled =
  (...titles: readonly string[]) =>
  ({ person }: About): boolean =>
    titles.includes(person.title ?? '')
const employing =
  (least: number, most = Infinity) =>
  ({ company }: About): boolean =>
    company !== undefined && company.employees >= least && company.employees <= most
const from =
  (source: SeedPerson['source']) =>
  ({ person }: About): boolean =>
    person.source === source
const inquired =
  (inquiry: SeedPerson['inquiry']) =>
  ({ person }: About): boolean =>
    person.inquiry === inquiry
const asked =
  (...ways: readonly SeedPerson['contactRequest'][]) =>
  ({ person }: About): boolean =>
    ways.includes(person.contactRequest)
const did =
  (is: (activity: SeedActivity) => boolean) =>
  ({ activities }: About): boolean =>
    activities.some(is)
const viewed = (...pages: readonly string[]) =>
  did(
    (one) =>
      one.kind === 'page-viewed' &&
      pages.some((page) => new URL(one.url).pathname.startsWith(page)),
  )
const sent = (...forms: readonly string[]) =>
  did((one) => one.kind === 'form-submitted' && forms.includes(one.form))
const met = (...types: readonly string[]) =>
  did((one) => one.kind === 'meeting' && one.outcome === 'completed' && types.includes(one.type))
const spoke = did((one) => one.kind === 'call' && one.connected)
const replied = did(
  (one) => one.kind === 'email-replied' || (one.kind === 'message' && one.inbound),
)

/** Lead benefits or people, or advise on them; run them day by day; are learning. */
const DECIDES = [
  'VP Benefits',
  'Chief People Officer',
  'Chief Human Resources Officer',
  'Director of Total Rewards',
  'Benefits Manager',
  'HR Director',
  'Employee Wellbeing Lead',
  'Benefits Broker',
  'Senior Benefits Consultant',
]
const PROPOSES = ['HR Manager', 'HR Business Partner', 'EAP Coordinator', 'EAP Director']
const LEARNS = ['Student', 'Intern']

const EMPLOYER: readonly Term[] = [
  { weight: 1.3, asks: titled(...DECIDES) },
  { weight: 0.6, asks: titled(...PROPOSES) },
  { weight: -1.2, asks: titled(...LEARNS) },
  { weight: 0.5, asks: employing(200, 999) },
  { weight: 0.9, asks: employing(1_000) },
  { weight: -1, asks: employing(0, 49) },
  { weight: 0.5, asks: ({ company }) => company?.selfInsured === true },
  { weight: 0.8, asks: inquired('employer_benefits') },
  { weight: 0.6, asks: asked('call_today', 'call', 'email', 'text') },
  { weight: 0.9, asks: from('referral') },
  { weight: -0.8, asks: from('paid_search') },
  { weight: 1.5, asks: met('demo') },
  { weight: 0.8, asks: (about) => spoke(about) || met('meeting')(about) },
  { weight: 0.7, asks: did((one) => one.kind === 'webinar' && one.attended) },
  { weight: 0.6, asks: replied },
  { weight: 0.9, asks: viewed('/pricing') },
  { weight: 0.5, asks: viewed('/case-studies') },
  { weight: 0.9, asks: sent('Pricing request', 'Demo request', 'Contact us') },
  { weight: -0.9, asks: viewed('/careers') },
]

const INDIVIDUAL: readonly Term[] = [
  { weight: 0.9, asks: inquired('self') },
  { weight: 0.6, asks: inquired('loved_one') },
  { weight: 1.2, asks: asked('call_today') },
  { weight: 0.8, asks: asked('call') },
  { weight: 0.5, asks: asked('email', 'text') },
  { weight: 1, asks: from('referral') },
  { weight: 1.3, asks: met('consult', 'intake') },
  { weight: 1.1, asks: spoke },
  { weight: 0.7, asks: replied },
  { weight: 1, asks: sent('Callback request', 'Contact us', 'Admissions inquiry') },
  { weight: 0.8, asks: sent('Insurance benefits check') },
  { weight: 0.8, asks: viewed('/pricing', '/insurance') },
  { weight: -1, asks: viewed('/careers') },
]

/**
 * An outcome for each of a population, drawn with the chance 1 / (1 + e^−x) where x is the base and the
 * weights of all that is so of the person until the decision. Equal seeds give equal outcomes.
 */
export function outcomesWithTruth(
  { people, companies, baseTime }: Population,
  { seed }: { readonly seed: number },
): readonly OutcomeWithTruth[] {
  return people.map((person) => {
    const days = DECIDED_WITHIN_DAYS[person.audience]
    const decidedAt = Math.min(person.createdAt + days * DAY_MS, baseTime)
    const company = person.companyIndex === undefined ? undefined : companies[person.companyIndex]
    const activities = person.activities.filter(({ at }) => at <= decidedAt)
    const terms = person.audience === 'individual' ? INDIVIDUAL : EMPLOYER
    const about = { person, company, activities }
    const weights = terms.map(({ weight, asks }) => (asks(about) ? weight : 0))
    const logOdds = weights.reduce((sum, weight) => sum + weight, BASE[person.audience])
    const won = createRandom(seed, STREAM + person.index).chance(1 / (1 + Math.exp(-logOdds)))
    return { person, logOdds, won, decidedAt }
  })
}
