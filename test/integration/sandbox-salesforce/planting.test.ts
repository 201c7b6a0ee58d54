import { expect, test } from 'vitest'
import { SALESFORCE_FIELD_PLACES } from '#sandbox/salesforce/seed/plant-places.ts'
import { CANARY_PLACES } from '#sandbox/seed/canary-places.ts'
import { startOrg } from './start-org.ts'

const TYPES = [...new Set(SALESFORCE_FIELD_PLACES.map(({ type }) => type))]

/** Every row of every object that may be planted, as text. */
async function readEverything(org: Awaited<ReturnType<typeof startOrg>>): Promise<string> {
  const told: unknown[] = []
  for (const type of TYPES) {
    const { body } = await org.api('GET', `/sobjects/${type}/describe`)
    const names = (body as { fields: { name: string }[] }).fields.map(({ name }) => name)
    told.push(await org.query(`SELECT ${names.join(', ')} FROM ${type}`))
  }
  return JSON.stringify(told)
}

test('names at least thirty places over both CRMs, each once', () => {
  expect(CANARY_PLACES.length).toBeGreaterThanOrEqual(30)
  expect(new Set(CANARY_PLACES).size).toBe(CANARY_PLACES.length)
})

test('weaves what is planted into every place it names, and queries tell all of it', async () => {
  const planted = new Map<string, string[]>()
  const org = await startOrg({
    people: 150,
    plant: (place, index) => {
      const token = `zq${place.replaceAll(/[^a-z]/gi, '')}x${index}q`
      planted.set(place, [...(planted.get(place) ?? []), token])
      return token
    },
  })

  const told = await readEverything(org)

  const places = SALESFORCE_FIELD_PLACES.map(({ place }) => place)
  expect(new Set(planted.keys())).toEqual(new Set(places))
  const unseen = [...planted].flatMap(([place, tokens]) =>
    tokens.some((token) => told.includes(token)) ? [] : [place],
  )
  expect(unseen).toEqual([])
})

test('leaves the org as it is when nothing is planted', async () => {
  const plain = await startOrg()
  const empty = await startOrg({ plant: () => undefined })

  expect(await readEverything(empty)).toBe(await readEverything(plain))
})

test.each([
  ['quoting-400', 400],
  ['quoting-500', 500],
] as const)('%s repeats what is on record', async (leak, status) => {
  const org = await startOrg({ plant: () => 'zqtoken' })
  org.sandbox.failNext({ leak })

  const answer = await org.api('GET', '/query?q=SELECT+Id+FROM+Lead')
  const after = await org.api('GET', '/query?q=SELECT+Id+FROM+Lead')

  expect(answer.status).toBe(status)
  expect(JSON.stringify(answer.body)).toContain('zqtoken')
  expect(after.status).toBe(200)
})

test('cuts JSON off in the middle of a record', async () => {
  const org = await startOrg({ plant: () => 'zqtoken' })
  await orderFault(org.url, 'malformed-json')

  const response = await fetch(`${org.url}/services/data/v67.0/query?q=SELECT+Id+FROM+Lead`, {
    headers: { authorization: `Bearer ${org.token}` },
  })
  const text = await response.text()

  expect(text).toContain('zqtoken')
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
})

test('holds a connection and then drops it', async () => {
  const org = await startOrg()
  await orderFault(org.url, 'hang')

  await expect(org.api('GET', '/limits')).rejects.toThrow('fetch failed')
})

async function orderFault(url: string, leak: string): Promise<void> {
  const response = await fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ leak }),
  })
  expect(response.status).toBe(204)
}
