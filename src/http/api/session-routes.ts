import { z } from 'zod'
import { tokenMissing } from '../sign-in.ts'
import { json } from './answer.ts'
import { type ApiRoute, NOTHING, readInput, route, SMALL_BODY } from './api-route.ts'

const SignInBody = z.strictObject({ token: z.string().min(1).max(512) })
const session = {
  path: '/session',
  params: NOTHING,
  query: NOTHING,
  bodyLimit: SMALL_BODY,
} as const

/** Signing in from a browser, where a token has no good place to be kept. */
export const SESSION_ROUTES: readonly ApiRoute[] = [
  {
    ...session,
    method: 'post',
    role: 'anyone',
    does: 'sign in with a token; sets the cookie of a session',
    body: SignInBody,
    answer: async (request, { signIn }) => {
      readInput(NOTHING, request.query, 'query')
      const { token } = readInput(SignInBody, request.body ?? {}, 'body')
      const { name, role, expiresAt, cookie } = await signIn.start(request, token)
      return { as: 'json', status: 201, body: { name, role, expiresAt }, cookie }
    },
  },
  route({
    ...session,
    method: 'get',
    role: 'viewer',
    does: 'who you are and what your role is',
    body: NOTHING,
    handle: ({ caller }) => json({ name: caller.name, role: caller.role }),
  }),
  {
    ...session,
    method: 'delete',
    role: 'viewer',
    does: 'sign out; the session is of no more use',
    body: NOTHING,
    answer: async (request, { signIn, caller }) => {
      readInput(NOTHING, request.query, 'query')
      readInput(NOTHING, request.body ?? {}, 'body')
      if (caller === undefined) throw tokenMissing()
      const { cookie } = await signIn.end(request, caller)
      return { as: 'json', status: 200, body: { ended: true }, cookie }
    },
  },
]
