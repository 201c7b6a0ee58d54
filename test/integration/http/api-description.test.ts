import { afterAll, beforeAll, expect, it } from 'vitest'
import { API_ROUTES } from '#src/http/api/api-routes.ts'
import { type ApiServer, startApi } from './api-server.ts'

interface ErrorSchema {
  readonly required: readonly string[]
  readonly properties: object
}

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { name: string; in: string; required: boolean }[]
  readonly responses: Readonly<Record<string, { content: Record<string, { schema: ErrorSchema }> }>>
  readonly requestBody?: { required: boolean; content: Record<string, { schema: object }> }
}

let api: ApiServer
let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
beforeAll(async () => {
  api = await startApi()
  const { json } = await api.call('GET', '/openapi.json', { token: api.tokens.viewer })
  paths = json?.['paths'] as typeof paths
})
afterAll(() => api.close())

it('tells programs of every route, each under a name of its own', () => {
  const told = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  const there = API_ROUTES.map(
    ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
  )
  const names = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  )

  expect(told.toSorted()).toEqual(there.toSorted())
  expect(new Set(names).size).toBe(names.length)
})

it('tells errors as they are sent', async () => {
  const told = paths['/portals']?.['get']?.responses['4XX']?.content['application/json']
  const { required = [], properties = {} } = told?.schema ?? {}
  const { json } = await api.call('GET', '/portals')

  expect(required.toSorted()).toEqual(['error', 'hint', 'message'])
  expect(Object.keys(json ?? {}).toSorted()).toEqual(required.toSorted())
  expect(Object.keys(properties).toSorted()).toEqual(required.toSorted())
})

it('tells what a route takes, as it is sent', () => {
  const runs = paths['/portals/{portal}/runs']?.['get']
  const list = paths['/portals/{portal}/allow-list/approve']?.['post']

  expect(runs?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
    ['portal', 'path', true],
    ['limit', 'query', false],
    ['cursor', 'query', false],
  ])
  expect(list?.requestBody).toMatchObject({
    required: true,
    content: {
      'application/json': {
        schema: { required: ['text', 'replaces'], properties: { text: { type: 'string' } } },
      },
    },
  })
})
