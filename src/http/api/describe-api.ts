import { z } from 'zod'
import type { ApiRoute } from './api-route.ts'

type Json = Readonly<Record<string, unknown>>

const FAILED = {
  description:
    'Nothing was changed. `error` is a code, `message` what went wrong, `hint` what to do.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['error', 'message', 'hint'],
        properties: {
          error: { type: 'string' },
          message: { type: 'string' },
          hint: { type: 'string' },
        },
      },
    },
  },
}

/** The routes as an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.1), made from what checks their input. */
export function describeApi(routes: readonly ApiRoute[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Leadwell admin API', version: 'v1' },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-leadwell-session' },
      },
    },
  }
}

function describeRoute({ method, path, role, does, params, query, body }: ApiRoute): Json {
  const bodySchema = schemaOf(body)
  const hasBody = Object.keys(membersOf(bodySchema)).length > 0
  const content = { 'application/json': { schema: bodySchema } }
  return {
    operationId: `${method} ${path}`.replaceAll(/[^a-z]+/gi, '-').replaceAll(/^-|-$/g, ''),
    summary: does,
    description: role === 'anyone' ? 'No sign-in.' : `Least role: ${role}.`,
    ...(role === 'anyone' ? { security: [] } : {}),
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(hasBody ? { requestBody: { required: isNeeded(bodySchema), content } } : {}),
    responses: { '2XX': { description: does }, '4XX': FAILED, '5XX': FAILED },
  }
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): readonly Json[] {
  const described = schemaOf(schema)
  return Object.entries(membersOf(described)).map(([name, member]) => ({
    name,
    in: place,
    required: place === 'path' || requiredIn(described).includes(name),
    schema: member,
  }))
}

/** As it is sent, before it is read into what we work with. */
function schemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  })
  return described
}

function membersOf({ properties }: Json): Json {
  return typeof properties === 'object' && properties !== null ? { ...properties } : {}
}

function requiredIn({ required }: Json): readonly unknown[] {
  return Array.isArray(required) ? required : []
}

function isNeeded(schema: Json): boolean {
  return requiredIn(schema).length > 0
}
