import type { Request } from 'express'
import { beforeEach, expect, test } from 'vitest'
import { createAdminTokenCheck } from '#src/http/admin-token-check.ts'
import { createSignIn, type SignInDeps } from '#src/http/sign-in.ts'
import type { CountTries } from '#src/http/sign-in-limit.ts'

const ADMIN = 'an-admin-token-somebody-thought-up'

let counts: Map<string, number>
beforeEach(() => (counts = new Map()))

/** Counts in the order it is asked, and answers later, as Redis does. */
const countTries: CountTries = async (name, add) => {
  const count = (counts.get(name) ?? 0) + add
  counts.set(name, count)
  await new Promise((later) => setImmediate(later))
  return { count, resetInMs: 60_000 }
}

const asking = (secret: string): Request =>
  ({
    ip: '192.0.2.1',
    method: 'GET',
    get: (name: string) => (name === 'authorization' ? `Bearer ${secret}` : undefined),
  }) as unknown as Request

const signIn = () =>
  createSignIn({
    access: { useToken: async () => undefined },
    now: () => 0,
    publicUrl: undefined,
    adminToken: ADMIN,
    countTries,
  } as unknown as SignInDeps)

test('whoever tries many tokens at once gets no answer to more than they have tries', async () => {
  const guarded = signIn()
  const guesses = Array.from({ length: 60 }, (_, i) => `guess-${i}`)

  const tried = await Promise.allSettled(
    [...guesses, ADMIN].map((secret) => guarded.callerOf(asking(secret))),
  )
  const codes = tried.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'))

  expect(codes.at(-1)).toBe('sign-in-limited')
  expect(codes.filter((code) => code === 'token-refused').length).toBeLessThanOrEqual(30)
})

test('programs with the right token are never too many', async () => {
  const guarded = signIn()

  const letIn = await Promise.all(Array.from({ length: 50 }, () => guarded.callerOf(asking(ADMIN))))

  expect(letIn).toHaveLength(50)
})

test('the pages of operators take no more tries of the admin token than the API', async () => {
  const check = createAdminTokenCheck(ADMIN, countTries)
  const statuses: (number | undefined)[] = []
  for (let i = 0; i < 31; i++) statuses.push((await check(asking(''), `${i}-wrong`))?.status)

  const right = await check(asking(''), ADMIN)

  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401))
  expect(statuses[30]).toBe(429)
  expect(right).toMatchObject({ status: 429, error: 'sign-in-limited', retryAfterS: 60 })
  await expect(signIn().callerOf(asking(ADMIN))).rejects.toMatchObject({ code: 'sign-in-limited' })
})

test('a page opened without a token uses up no try, and the right one opens it', async () => {
  const check = createAdminTokenCheck(ADMIN, countTries)
  for (let i = 0; i < 40; i++) expect((await check(asking(''), ''))?.status).toBe(401)

  expect(await check(asking(''), ADMIN)).toBeUndefined()
})

test('nobody is let in while tries cannot be counted', async () => {
  const check = createAdminTokenCheck(ADMIN, () => Promise.reject(new Error('down')))

  expect(await check(asking(''), ADMIN)).toMatchObject({ status: 503 })
})
