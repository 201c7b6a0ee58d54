import { expect, test } from 'vitest'
import { troubleWords } from '#src/portal-trouble-words.ts'

const of = (statusReason: string | undefined, crm: 'hubspot' | 'salesforce' = 'hubspot') =>
  troubleWords({ crm, status: 'disconnected', statusReason })

/** What ends access to a portal: a refused refresh, a revoked app, a user or an account that is gone. */
const ENDS = {
  hubspot: [
    'hubspot-uninstalled',
    'hubspot-token-refused',
    'hubspot-client-refused',
    'hubspot-missing-scope',
  ],
  salesforce: [
    'salesforce-grant-ended',
    'salesforce-user-inactive',
    'salesforce-org-inactive',
    'salesforce-app-blocked',
    'salesforce-ip-restricted',
    'salesforce-login-refused',
    'salesforce-token-refused',
    'salesforce-api-disabled',
  ],
} as const

test.each(['hubspot', 'salesforce'] as const)(
  'whatever ends access to a %s portal is told in words, with how to connect it again',
  (crm) => {
    const told = ENDS[crm].map((code) => of(code, crm))

    expect(new Set(told.map((words) => words?.what)).size).toBe(ENDS[crm].length)
    for (const words of told) {
      expect(words?.what).not.toContain(`${crm}-`)
      expect(words?.todo).toContain(`/oauth/${crm}/install`)
    }
  },
)

test('a reason without words is shown as it is, with where to look', () => {
  expect(of('something-new')).toMatchObject({
    what: expect.stringContaining('something-new'),
    todo: expect.stringContaining('log'),
  })
})

test('a portal that is served has no trouble', () => {
  const served = { crm: 'hubspot', status: 'connected', statusReason: undefined } as const

  expect(troubleWords(served)).toBeUndefined()
})
