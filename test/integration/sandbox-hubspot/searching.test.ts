import { describe, expect, it } from 'vitest'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import { type AnswerBody, BASE_TIME, contactId, openPortal, POPULATION } from './open-portal.ts'

const SEARCH = '/crm/objects/2026-09/contacts/search'
const unlimited = { limits: { searchPerSecond: 1_000 } }
const idsOf = (body: AnswerBody) => body.results.map(({ id }) => id)
const peopleIds = (keep: (person: (typeof POPULATION.people)[number]) => boolean) =>
  POPULATION.people.filter(keep).map(({ index }) => contactId(index))

describe('searching ("CRM search")', () => {
  it.each([
    ['EQ', { value: 'employer_benefits' }, ['employer_benefits']],
    ['IN', { values: ['self', 'vendor'] }, ['self', 'vendor']],
  ])('finds by %s what the population holds', async (operator, operand, wanted) => {
    const { call } = await openPortal(unlimited)

    const { body } = await call('POST', SEARCH, {
      filterGroups: [{ filters: [{ propertyName: 'inquiry_type', operator, ...operand }] }],
      limit: 200,
    })

    expect(idsOf(body)).toEqual(peopleIds(({ inquiry }) => wanted.includes(inquiry ?? '')))
  })

  it('joins filters by and, groups by or', async () => {
    const { call } = await openPortal(unlimited)
    const is = (propertyName: string, value: string) => ({ propertyName, operator: 'EQ', value })

    const { body } = await call('POST', SEARCH, {
      filterGroups: [
        { filters: [is('inquiry_type', 'self'), is('state', 'ca')] },
        { filters: [is('crisis_flag', 'true')] },
      ],
      limit: 200,
    })

    expect(idsOf(body)).toEqual(
      peopleIds(({ inquiry, state, crisis }) => crisis || (inquiry === 'self' && state === 'CA')),
    )
  })

  it('minds case for enumerations and wants lower case for strings in IN', async () => {
    const { call } = await openPortal(unlimited)
    const total = async (filter: object) =>
      (await call('POST', SEARCH, { filterGroups: [{ filters: [filter] }] })).body.total

    const found = {
      wrongCaseEnum: await total({ propertyName: 'inquiry_type', operator: 'EQ', value: 'SELF' }),
      upperString: await total({ propertyName: 'state', operator: 'IN', values: ['CA'] }),
      lowerString: await total({ propertyName: 'state', operator: 'IN', values: ['ca'] }),
    }

    expect(found.wrongCaseEnum).toBe(0)
    expect(found.upperString).toBe(0)
    expect(found.lowerString).toBeGreaterThan(0)
  })

  it('finds tokens by wildcard, presence and associations', async () => {
    const { call } = await openPortal(unlimited)
    const search = async (filter: object) =>
      (await call('POST', SEARCH, { filterGroups: [{ filters: [filter] }] })).body.total
    const employed = POPULATION.people.filter(({ companyIndex }) => companyIndex === 0)

    const student = await search({
      propertyName: 'email',
      operator: 'CONTAINS_TOKEN',
      value: '*@students.example.edu',
    })
    const untitled = await search({ propertyName: 'jobtitle', operator: 'NOT_HAS_PROPERTY' })
    const colleagues = await search({
      propertyName: 'associations.company',
      operator: 'EQ',
      value: '31000000001',
    })

    expect(student).toBe(POPULATION.people.filter(({ title }) => title === 'Student').length)
    expect(untitled).toBe(POPULATION.people.filter(({ title }) => title === undefined).length)
    expect(colleagues).toBe(employed.length)
  })

  it('pages in the order asked for, 200 at a time', async () => {
    const { call } = await openPortal(unlimited)
    const sorts = [{ propertyName: 'lastmodifieddate', direction: 'ASCENDING' }]

    const first = await call('POST', SEARCH, { sorts, limit: 200 })
    const second = await call('POST', SEARCH, { sorts, limit: 200, after: '200' })
    const tooMany = await call('POST', SEARCH, { limit: 201 })

    const dates = [...first.body.results, ...second.body.results].map(
      ({ properties }) => properties['lastmodifieddate'],
    )
    expect(first.body).toMatchObject({ total: 250, paging: { next: { after: '200' } } })
    expect(second.body).not.toHaveProperty('paging')
    expect(dates).toEqual(dates.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)))
    expect(tooMany.status).toBe(400)
  })

  const filter = { propertyName: 'state', operator: 'EQ', value: 'CA' }
  const groups = (count: number, each: number) =>
    Array.from({ length: count }, () => ({ filters: Array.from({ length: each }, () => filter) }))

  it.each([
    ['six groups', { filterGroups: groups(6, 1) }],
    ['seven filters in a group', { filterGroups: groups(1, 7) }],
    ['twenty filters', { filterGroups: groups(4, 5) }],
    ['two sorts', { sorts: ['createdate', 'state'] }],
    ['a body over 3,000 characters', { query: 'x'.repeat(3_000) }],
    ['paging beyond 10,000', { after: 10_000, limit: 1 }],
    ['an unknown operator', { filterGroups: [{ filters: [{ ...filter, operator: 'LIKE' }] }] }],
    ['an unknown property', { filterGroups: [{ filters: [{ ...filter, propertyName: 'no' }] }] }],
  ])('refuses %s', async (_what, body) => {
    const { call } = await openPortal(unlimited)

    const { status } = await call('POST', SEARCH, body)

    expect(status).toBe(400)
  })

  it('reaches the 10,000th result and no further', async () => {
    const population = createPopulation({ people: 10_100, seed: 1, baseTime: BASE_TIME })
    const { call } = await openPortal({ ...unlimited, population })

    const last = await call('POST', SEARCH, { limit: 200, after: '9800' })
    const beyond = await call('POST', SEARCH, { limit: 200, after: '10000' })

    expect(last.body).toMatchObject({ total: 10_100, paging: { next: { after: '10000' } } })
    expect(beyond.status).toBe(400)
  })

  it('shows a change only when the index has caught up', async () => {
    const { call, clock } = await openPortal({ ...unlimited, searchLagMs: 5_000 })
    const find = async () =>
      (
        await call('POST', SEARCH, {
          filterGroups: [
            { filters: [{ propertyName: 'jobtitle', operator: 'EQ', value: 'Late bloomer' }] },
          ],
        })
      ).body.total
    await call('PATCH', `/crm/objects/2026-09/contacts/${contactId(0)}`, {
      properties: { jobtitle: 'Late bloomer' },
    })

    const atOnce = await find()
    clock.at += 5_000
    const later = await find()

    expect([atOnce, later]).toEqual([0, 1])
  })

  it('never shows an archived record', async () => {
    const { call } = await openPortal(unlimited)
    await call('DELETE', `/crm/objects/2026-09/contacts/${contactId(0)}`)

    const { body } = await call('POST', SEARCH, { limit: 1 })

    expect(body).toMatchObject({ total: 249, results: [{ id: contactId(1) }] })
  })

  it('allows five a second, says so without rate-limit headers', async () => {
    const { call, sandbox, clock } = await openPortal()
    for (let made = 0; made < 5; made += 1) await call('POST', SEARCH, {})

    const sixth = await call('POST', SEARCH, {})
    clock.at += 1_000
    const nextSecond = await call('POST', SEARCH, {})

    expect(sixth.status).toBe(429)
    expect(sixth.body).toMatchObject({
      errorType: 'RATE_LIMIT',
      policyName: 'SECONDLY',
      message: 'You have reached your secondly limit.',
    })
    expect([...nextSecond.headers.keys()].join()).not.toContain('ratelimit')
    expect(sandbox.calls()).toEqual({ search: 6, 'rate-limited': 1 })
  })
})
