import { en, Faker } from '@faker-js/faker'
import type { SeedCompany } from './population.ts'
import { createRandom, type Weighted } from './random.ts'
import { STATES } from './seed-words.ts'

const DAY_MS = 86_400_000

const TYPES: Weighted<SeedCompany['type']> = [
  ['employer', 84],
  ['benefits_broker', 10],
  ['eap', 6],
]

const INDUSTRIES: Weighted<SeedCompany['industry']> = [
  ['technology', 18],
  ['healthcare', 16],
  ['education', 11],
  ['manufacturing', 14],
  ['retail', 11],
  ['government', 7],
  ['finance', 10],
  ['hospitality', 6],
  ['nonprofit', 7],
]

/** Headcount bands `[least, most]`: most organisations are small, a few are very large. */
const SIZES: Weighted<readonly [number, number]> = [
  [[3, 24], 22],
  [[25, 99], 26],
  [[100, 499], 26],
  [[500, 1_999], 16],
  [[2_000, 24_000], 10],
]

/** Hands out companies one after another; company n is the same whatever was asked before. */
export function createCompanies(options: {
  seed: number
  baseTime: number
}): (index: number) => SeedCompany {
  const faker = new Faker({ locale: [en] })
  return (index) => {
    const random = createRandom(options.seed, 1_000_003 + index)
    faker.seed([options.seed, index])
    const name = faker.company.name()
    const [least, most] = random.weighted(SIZES)
    const employees = random.int(least, most)
    return {
      index,
      name,
      domain: `${slugOf(name)}-${index}.example`,
      industry: random.weighted(INDUSTRIES),
      employees,
      state: random.pick(STATES),
      selfInsured: employees >= 200 && random.chance(0.55),
      type: random.weighted(TYPES),
      createdAt: options.baseTime - random.int(280, 700) * DAY_MS,
    }
  }
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
}
