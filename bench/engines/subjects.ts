import { ACTIVITY_CATEGORIES, type Activity, type Facts } from '#src/ports.ts'
import type { Subject } from '#src/scoring/score.ts'

export const NOW = Date.UTC(2026, 0, 15)
export const DAY_MS = 86_400_000

const KINDS = [
  'page-viewed',
  'email-opened',
  'email-clicked',
  'email-replied',
  'form-submitted',
] as const
const ROLES = ['benefits-leader', 'hr-manager', 'executive', 'student', 'other']
const INDUSTRIES = ['technology', 'finance', 'retail', 'education', 'other']

/** Repeatable: a small multiplicative generator, good enough to spread values. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/**
 * The same contacts every time: 15 activities each, newest first, over 90 days. One fact in eight is
 * unknown. The order of activities means nothing to Leadwell; the peers are spared a sort by it.
 */
export function createSubjects(count: number): readonly Subject[] {
  const random = createRandom(7)
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  const activity = (): Activity => ({
    kind: pick(KINDS),
    category: pick(ACTIVITY_CATEGORIES),
    at: NOW - Math.floor(random() * 90 * DAY_MS),
  })
  const facts = (): Facts => {
    const known = {
      role: pick(ROLES),
      industry: pick(INDUSTRIES),
      companySize: Math.floor(random() * 2_000),
      selfInsured: random() < 0.5,
      createdAt: NOW - Math.floor(random() * 400 * DAY_MS),
      source: pick(['referral', 'search']),
    }
    return Object.fromEntries(Object.entries(known).filter(() => random() > 1 / 8))
  }
  return Array.from({ length: count }, () => ({
    facts: facts(),
    activities: Array.from({ length: 15 }, activity).toSorted((a, b) => b.at - a.at),
  }))
}
