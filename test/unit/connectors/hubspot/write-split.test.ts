import { expect, test } from 'vitest'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createConnector, mockProperties } from './harness.ts'
import { allWritten, idsOf, intents, OURS, PATH } from './write-intents.ts'

const mock = useHttpMock()

/** A portal that refuses every batch with one of these in it, whatever the trace ids. */
function mockStrict(bad: readonly string[]): { calls: () => number } {
  let calls = 0
  const scope = mock(API)
  mockProperties(scope, 'contacts', [...OURS, 'lifecyclestage'])
  scope
    .post(PATH)
    .reply(async (request: Request) => {
      calls += 1
      const body = await request.json()
      if (idsOf(body).some((id) => bad.includes(id))) return [400, RULE]
      return [200, allWritten(body)]
    })
    .persist()
  return { calls: () => calls }
}
const RULE = {
  category: 'VALIDATION_ERROR',
  message: 'secret value',
  errors: [{ code: 'REQUIRED_FIELD', context: { propertyName: ['lifecyclestage'] } }],
}
const REASON = 'VALIDATION_ERROR/REQUIRED_FIELD/lifecyclestage'

test.each([1, 37, 50, 51, 100])(
  'finds bad row %i of a hundred in seven calls and writes all others in one more',
  async (bad) => {
    const portal = mockStrict([String(bad)])

    const results = await createConnector().write(intents(100))

    expect(results.filter(({ outcome }) => outcome !== 'written')).toEqual([
      { ref: { object: 'contact', id: String(bad) }, outcome: 'refused', code: REASON },
    ])
    expect(portal.calls()).toBeLessThanOrEqual(1 + 7 + 1)
  },
)

test('finds several bad rows of one batch', async () => {
  mockStrict(['3', '4', '88'])

  const results = await createConnector().write(intents(100))

  const bad = results.filter(({ outcome }) => outcome !== 'written')
  expect(bad.map(({ ref, outcome }) => [ref.id, outcome])).toEqual([
    ['3', 'refused'],
    ['4', 'refused'],
    ['88', 'refused'],
  ])
})

test('does not spend the quota on a rule that refuses everybody', async () => {
  const portal = mockStrict(intents(100).map(({ ref }) => ref.id))

  const results = await createConnector().write(intents(100))

  const outcomes = new Set(results.map(({ outcome }) => outcome))
  expect(outcomes).toEqual(new Set(['refused', 'retry']))
  expect(portal.calls()).toBe(33)
})

test('takes the rows a refusal names out and writes the others at once', async () => {
  let calls = 0
  const scope = mock(API)
  mockProperties(scope, 'contacts', OURS)
  scope
    .post(PATH)
    .times(2)
    .reply(async (request: Request) => {
      calls += 1
      const body = await request.json()
      if (calls > 1) return [200, allWritten(body)]
      const errors = [{ code: 'INVALID_OPTION', context: { objectWriteTraceId: ['7'] } }]
      return [400, { category: 'VALIDATION_ERROR', errors }]
    })

  const results = await createConnector().write(intents(20))

  expect(results.filter(({ outcome }) => outcome !== 'written').map(({ ref }) => ref.id)).toEqual([
    '7',
  ])
})
