import type { SeedActivity, SeedCompany, SeedPerson } from './population.ts'
import type { Random } from './random.ts'

const DAY_MS = 86_400_000

/** People who did more, and larger employers, are likelier to have a deal and to win it. */
export function createDeal(person: {
  random: Random
  baseTime: number
  lastName: string
  company: SeedCompany | undefined
  activities: readonly SeedActivity[]
}): SeedPerson['deal'] {
  const { random, company, activities } = person
  const first = activities[0]
  if (first === undefined) return undefined
  const eagerness = activities.length / 20 + (company === undefined ? 0 : 0.1)
  if (!random.chance(eagerness * 0.25)) return undefined
  const createdAt = Math.min(first.at + random.int(0, 10) * DAY_MS, person.baseTime)
  const closedAt = createdAt + random.int(7, 120) * DAY_MS
  const closed = closedAt <= person.baseTime
  return {
    name: company === undefined ? `Intake ${person.lastName}` : `${company.name} programme`,
    amount:
      company === undefined ? random.int(8, 60) * 100 : company.employees * random.int(30, 70),
    createdAt,
    closedAt: closed ? closedAt : undefined,
    won: closed ? random.chance(0.15 + eagerness * 0.5) : undefined,
  }
}
