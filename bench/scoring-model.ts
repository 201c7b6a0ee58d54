import { stringify } from 'yaml'

const said = { reason: 'Counts in the bench', because: 'Measured.' }
const advice = { label: 'Tier', nextAction: 'none' }

const facts = [
  { fact: 'role', equals: 'benefits-leader' },
  { fact: 'role', in: ['hr-manager', 'eap-manager'] },
  { fact: 'role', inList: 'seniors' },
  { fact: 'role', equals: 'student' },
  { fact: 'role', missing: true },
  { fact: 'industry', in: ['technology', 'finance'] },
  { fact: 'industry', equals: 'retail' },
  { fact: 'industry', inList: 'targets' },
  { fact: 'industry', present: true },
  { fact: 'industry', missing: true },
  { fact: 'companySize', range: { max: 49 } },
  { fact: 'companySize', range: { min: 50, max: 199 } },
  { fact: 'companySize', range: { min: 200, max: 999 } },
  { fact: 'companySize', range: { min: 1_000 } },
  { fact: 'companySize', missing: true },
  { fact: 'selfInsured', equals: true },
  { fact: 'selfInsured', equals: false },
  { fact: 'createdAt', dateWithinDays: 30 },
  { fact: 'createdAt', dateWithinDays: 180 },
  { fact: 'source', equals: 'referral' },
]

const activities = [
  { activity: 'page-viewed', category: 'pricing' },
  { activity: 'page-viewed', category: ['demo', 'case-study'] },
  { activity: 'page-viewed', category: 'blog', repeated: { maxTimes: 3 } },
  { activity: 'page-viewed', category: 'careers', points: -15 },
  { activity: 'email-opened', atLeast: { times: 3, withinDays: 30 } },
  { activity: 'email-clicked', repeated: { maxTimes: 3 } },
  { activity: 'email-clicked', category: 'newsletter' },
  { activity: 'email-replied', repeated: { maxTimes: 2 } },
  { activity: 'form-submitted', category: ['contact', 'callback'] },
  { activity: 'form-submitted', category: 'demo' },
  { activity: 'form-submitted', category: 'careers', points: -20, decays: false },
  { activity: ['email-opened', 'email-clicked'], atLeast: { times: 5, withinDays: 60 } },
]

const group = (id: string, rules: readonly object[]) => ({
  id,
  cap: 40,
  floor: -40,
  rules: rules.map((rule, index) => ({
    id: `${id}-${index}`,
    points: 5 + index,
    ...said,
    ...rule,
  })),
})

/** 20 fit rules in 4 groups and 12 engagement rules in 3, as YAML. */
export const benchModel = stringify({
  id: 'bench',
  version: 1,
  audience: 'employer',
  description: 'For measuring only.',
  lists: { seniors: ['executive', 'finance-leader'], targets: ['healthcare', 'education'] },
  fit: {
    cap: 60,
    groups: [0, 5, 10, 15].map((from) => group(`fit-${from}`, facts.slice(from, from + 5))),
  },
  engagement: {
    cap: 60,
    groups: [0, 4, 8].map((from) => ({
      ...group(`engagement-${from}`, activities.slice(from, from + 4)),
      halfLifeDays: 20 + from,
    })),
  },
  grades: { fit: { A: 40, B: 20 }, engagement: { 1: 30, 2: 12 } },
  tiers: {
    'sales-ready': { score: 60, fit: 25, engagement: 15, ...advice },
    nurture: { score: 25, ...advice },
    unqualified: advice,
  },
})
