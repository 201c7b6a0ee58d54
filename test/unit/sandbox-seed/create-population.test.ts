import { describe, expect, it } from 'vitest'
import { createPopulation } from '#sandbox/seed/create-population.ts'

const DAY_MS = 86_400_000
const baseTime = Date.UTC(2026, 10, 20)
const population = createPopulation({ people: 2_000, seed: 7, baseTime })
const { people, companies } = population
const share = (count: number) => count / people.length

describe('the sandbox population', () => {
  it('is the same on every machine for the same seed', () => {
    const again = createPopulation({ people: 300, seed: 7, baseTime })

    expect(again.people).toEqual(people.slice(0, 300))
  })

  it('is another one for another seed', () => {
    const other = createPopulation({ people: 50, seed: 8, baseTime })

    expect(other.people).not.toEqual(people.slice(0, 50))
  })

  it('mixes people seeking care with people buying for employers', () => {
    const individuals = people.filter(({ audience }) => audience === 'individual')

    expect(share(individuals.length)).toBeGreaterThan(0.57)
    expect(share(individuals.length)).toBeLessThan(0.67)
  })

  it('seats about five people of the employers side at each organisation', () => {
    const employers = people.filter(({ audience }) => audience === 'employer')

    const perCompany = employers.length / companies.length

    expect(perCompany).toBeGreaterThan(4)
    expect(perCompany).toBeLessThan(6)
  })

  it('points every person at an organisation that exists', () => {
    const indexes = people.flatMap(({ companyIndex }) => companyIndex ?? [])

    expect(indexes.every((index) => companies[index]?.index === index)).toBe(true)
  })

  it('gives nobody an address or number that could reach a real person', () => {
    const addresses = people.map(({ email }) => email)

    const possible = addresses.filter(
      (email) =>
        !/^lw-\d{6}\.test@(gmail|yahoo|aol)\.com$/.test(email) &&
        !email.endsWith('.example') &&
        !email.endsWith('@students.example.edu'),
    )

    expect(possible).toEqual([])
    expect(people.every(({ phone }) => /^\+1-\d{3}-555-01\d{2}$/.test(phone))).toBe(true)
    expect(new Set(addresses).size).toBe(people.length)
  })

  it('lets people do between nothing and twenty things, about six on average', () => {
    const counts = people.map(({ activities }) => activities.length)

    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length

    expect(Math.min(...counts)).toBe(0)
    expect(Math.max(...counts)).toBe(20)
    expect(mean).toBeGreaterThan(5)
    expect(mean).toBeLessThan(7)
  })

  it('dates nothing later than its base time but meetings still to come', () => {
    const late = people.flatMap(({ activities }) =>
      activities.filter(
        (activity) =>
          activity.at > baseTime &&
          !(activity.kind === 'meeting' && activity.outcome === 'scheduled'),
      ),
    )

    expect(late).toEqual([])
    expect(people.every(({ createdAt }) => createdAt <= baseTime)).toBe(true)
  })

  it('dates nothing before its person was known, nor over nine months back', () => {
    const early = people.filter(({ createdAt, activities }) =>
      activities.some(({ at }) => at < createdAt || at < baseTime - 271 * DAY_MS),
    )

    expect(early).toEqual([])
  })

  it.each([
    ['email opt-out', 0.05, 0.11, people.filter((person) => person.emailOptOut)],
    ['do not call', 0.015, 0.05, people.filter((person) => person.doNotCall)],
    ['consent to text', 0.2, 0.3, people.filter((person) => person.smsConsent)],
    ['do not profile', 0.003, 0.02, people.filter((person) => person.doNotProfile)],
    ['crisis', 0.003, 0.02, people.filter((person) => person.crisis)],
    ['existing patient', 0.015, 0.05, people.filter((person) => person.existingPatient)],
    ['minor', 0.003, 0.04, people.filter(({ ageBand }) => /13/.test(ageBand ?? ''))],
  ])('carries a believable share of %s', (_state, least, most, found) => {
    expect(share(found.length)).toBeGreaterThan(least)
    expect(share(found.length)).toBeLessThan(most)
  })

  it('sets traps of clinical free text that nothing may ingest', () => {
    const text = JSON.stringify(people)

    expect(text).toMatch(/sertraline|bipolar|PHQ-9/)
  })
})
