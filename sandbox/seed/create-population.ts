import { en, Faker } from '@faker-js/faker'
import { createCompanies } from './create-companies.ts'
import { createPerson } from './create-person.ts'
import type { Population, SeedCompany, SeedPerson } from './population.ts'
import { createRandom, type Random } from './random.ts'

const EMPLOYER_SHARE = 0.38
const FIRST_NAMES = 500
const LAST_NAMES = 900

/**
 * People and organisations of a made-up behavioural-health portal. Equal options give equal
 * populations, and a larger one begins with the smaller. `baseTime` is epoch ms.
 */
export function createPopulation(options: {
  people: number
  seed: number
  baseTime: number
}): Population {
  const names = drawNames(options.seed)
  const companyOf = createSeats(options)
  const people: SeedPerson[] = []
  for (let index = 0; index < options.people; index += 1) {
    const random = createRandom(options.seed, index)
    const company = random.chance(EMPLOYER_SHARE) ? companyOf.next(random) : undefined
    people.push(createPerson({ index, random, baseTime: options.baseTime, names, company }))
  }
  return { seed: options.seed, baseTime: options.baseTime, companies: companyOf.companies, people }
}

/** Seats people at one organisation after another: one to nine each, five on average. */
function createSeats(options: { seed: number; baseTime: number }): {
  companies: readonly SeedCompany[]
  next: (random: Random) => SeedCompany
} {
  const create = createCompanies(options)
  const companies: SeedCompany[] = []
  let seats = 0
  return {
    companies,
    next: (random) => {
      const last = companies.at(-1)
      seats -= 1
      if (last !== undefined && seats >= 0) return last
      seats = random.int(0, 8)
      const created = create(companies.length)
      companies.push(created)
      return created
    },
  }
}

/** Faker once for a pool, because a call a person would cost most of the start-up time. */
function drawNames(seed: number): {
  first: readonly [string, ...string[]]
  last: readonly [string, ...string[]]
} {
  const faker = new Faker({ locale: [en] })
  faker.seed(seed)
  const draw = (count: number, one: () => string): [string, ...string[]] => [
    one(),
    ...Array.from({ length: count - 1 }, one),
  ]
  return {
    first: draw(FIRST_NAMES, () => faker.person.firstName()),
    last: draw(LAST_NAMES, () => faker.person.lastName()),
  }
}
