import { expect, test } from 'vitest'
import { withSubscriptions } from '#connectors/hubspot/reading/subscriptions.ts'
import { createSources } from '#connectors/hubspot/sources/sources.ts'
import { CrmObject } from '#connectors/hubspot/transport/answers.ts'
import type { Transport } from '#connectors/hubspot/transport/transport.ts'
import { allow } from '#src/privacy/allow.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { codeFields } from '#src/privacy/safe-record.ts'
import { createHarness, NOW } from './harness.ts'

const ADDRESS = 'ana@mail.example'
const { allowList: SHIPPED, log } = createHarness().deps

/** What becomes of somebody of whom the portal's own property says one thing and HubSpot's statuses these. */
async function told(
  own: string | null,
  statuses: readonly string[],
  allowList: AllowList = SHIPPED,
): Promise<unknown> {
  const answer = { subscriberIdString: ADDRESS, statuses: statuses.map((status) => ({ status })) }
  const transport: Transport = async () => ({ status: 200, body: { results: [answer] } })
  const sources = createSources(log, () => NOW)
  const contact = CrmObject.parse({
    id: '1',
    properties: { email: ADDRESS, email_subscription_status: own },
  })
  const [found] = await withSubscriptions({ transport, sources, allowList }, [contact])
  return codeFields(allowList, 'contact', found?.properties ?? {})['emailConsent']
}

test.each([
  ['unsubscribed', ['SUBSCRIBED'], 'opt-out'],
  ['lapsed', ['SUBSCRIBED'], 'expired'],
  ['asked at the fair', ['SUBSCRIBED'], 'other'],
  ['subscribed', ['SUBSCRIBED'], 'opt-in'],
  [null, ['SUBSCRIBED'], 'opt-in'],
  ['', ['SUBSCRIBED', 'NOT_SPECIFIED'], 'opt-in'],
  ['subscribed', ['SUBSCRIBED', 'UNSUBSCRIBED'], 'opt-out'],
  ['lapsed', ['UNSUBSCRIBED'], 'opt-out'],
  ['unsubscribed', ['NOT_SPECIFIED'], 'opt-out'],
])('of "%s" in the portal and %j at HubSpot it is %s', async (own, statuses, expected) => {
  expect(await told(own, statuses)).toBe(expected)
})

test('is understood where the portal has words of its own for it', async () => {
  const words = { as: 'codes', codes: { 'opt-in': ['Ja'], 'opt-out': ['Nein'] } } as const
  const contact = [
    ...(SHIPPED.fields.contact ?? []).filter(({ fact }) => fact !== 'emailConsent'),
    allow('email_subscription_status', 'emailConsent', words),
  ]
  const list = { ...SHIPPED, fields: { contact } }

  expect(await told('Ja', ['UNSUBSCRIBED'], list)).toBe('opt-out')
  expect(await told('Nein', ['SUBSCRIBED'], list)).toBe('opt-out')
  expect(await told(null, ['SUBSCRIBED'], list)).toBe('opt-in')
})
