import type { Request } from 'express'
import { z } from 'zod'
import { type AccessRole, type Caller, type SignIn, tokenMissing } from '../sign-in.ts'
import type { Answer } from './answer.ts'
import type { ApiDeps } from './api-deps.ts'
import { inputProblem } from './input-problem.ts'

/** What one request is answered from: read and checked, nothing else of it. */
interface Call<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly caller: Caller
}

interface RouteSpec<Params extends z.ZodType, Query extends z.ZodObject, Body extends z.ZodType> {
  readonly method: 'get' | 'post' | 'delete'
  /** Below `/api/v1`. */
  readonly path: string
  /** The least role; each includes those before it. */
  readonly role: AccessRole
  /** For the table in docs/guides/api.md. */
  readonly does: string
  /** Bytes a body may have. */
  readonly bodyLimit?: number
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly handle: (
    call: Call<z.output<Params>, z.output<Query>, z.output<Body>>,
    deps: ApiDeps,
  ) => Answer | Promise<Answer>
}

/** Besides the request; nobody in particular asks where anyone may. */
interface Asking {
  readonly deps: ApiDeps
  readonly signIn: SignIn
  readonly caller: Caller | undefined
}

/** A route as the router, the docs and the tests see it. */
export interface ApiRoute
  extends Omit<RouteSpec<z.ZodType, z.ZodObject, z.ZodType>, 'role' | 'handle'> {
  readonly role: AccessRole | 'anyone'
  readonly bodyLimit: number
  answer(request: Request, asking: Asking): Promise<Answer>
}

export const SMALL_BODY = 16_384
export const NOTHING = z.strictObject({})

export function route<Params extends z.ZodType, Query extends z.ZodObject, Body extends z.ZodType>({
  handle,
  ...spec
}: RouteSpec<Params, Query, Body>): ApiRoute {
  return {
    bodyLimit: SMALL_BODY,
    ...spec,
    answer: async (request, { deps, caller }) => {
      if (caller === undefined) throw tokenMissing()
      const params = readInput(spec.params, request.params, 'path')
      const query = readInput(spec.query, request.query, 'query')
      const body = readInput(spec.body, request.body ?? {}, 'body')
      return handle({ params, query, body, caller }, deps)
    },
  }
}

/** Throws PermanentError `input-invalid` or `cursor-invalid`. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  where: 'path' | 'query' | 'body',
): z.output<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw inputProblem(where, parsed.error.issues)
}
