/**
 * Contacts scored per CPU-second on one core: 20 fit and 12 engagement rules, 15 activities a
 * contact, reasons included. The last line is one JSON object.
 */
import { ACTIVITY_CATEGORIES, type Activity, type Facts } from '#src/ports.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { Subject } from '#src/scoring/score.ts'
import { benchModel } from './scoring-model.ts'

const CONTACTS = 20_000
const ROUNDS = 7
const NOW = Date.UTC(2026, 0, 15)
const DAY_MS = 86_400_000

const KINDS = [
  'page-viewed',
  'email-opened',
  'email-clicked',
  'email-replied',
  'form-submitted',
] as const
const ROLES = ['benefits-leader', 'hr-manager', 'executive', 'student', 'other']
const INDUSTRIES = ['technology', 'finance', 'retail', 'other']

/** Repeatable: a small multiplicative generator, good enough to spread values. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function createSubjects(count: number): readonly Subject[] {
  const random = createRandom(7)
  const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  const activity = (): Activity => ({
    kind: pick(KINDS),
    category: pick(ACTIVITY_CATEGORIES),
    at: NOW - Math.floor(random() * 90 * DAY_MS),
  })
  const facts = (): Facts => ({
    role: pick(ROLES),
    industry: pick(INDUSTRIES),
    companySize: Math.floor(random() * 2_000),
    selfInsured: random() < 0.5,
    createdAt: NOW - Math.floor(random() * 400 * DAY_MS),
  })
  return Array.from({ length: count }, () => ({
    facts: facts(),
    activities: Array.from({ length: 15 }, activity),
  }))
}

/** Median contacts per CPU-second over the rounds, and the sum of what was computed. */
function measure(count: number, work: () => number): { rate: number; checksum: number } {
  let checksum = work()
  const rates = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    checksum = work()
    const { user, system } = process.cpuUsage(before)
    return count / ((user + system) / 1_000_000)
  })
  return { rate: Math.round(rates.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0), checksum }
}

const model = compileModel(parseModel(benchModel, 'bench model'))
const subjects = createSubjects(CONTACTS)
const some = subjects.slice(0, CONTACTS / 10)

const scored = measure(subjects.length, () => {
  let sum = 0
  for (const subject of subjects) {
    const { score, reasons } = model.evaluate(subject, NOW)
    sum += score + reasons.length
  }
  return sum
})
const withNextChange = measure(some.length, () => {
  let sum = 0
  for (const subject of some) sum += model.evaluate(subject, NOW).nextChangeAt ?? 0
  return sum
})

const result = {
  bench: 'scoring',
  contacts: CONTACTS,
  contactsPerCpuSecond: scored.rate,
  contactsPerCpuSecondWithNextChange: withNextChange.rate,
  checksum: scored.checksum,
}
process.stdout.write(`contacts per CPU-second, reasons included: ${scored.rate.toLocaleString('en')}
the same with the next change worked out:  ${withNextChange.rate.toLocaleString('en')}
${JSON.stringify(result)}\n`)
