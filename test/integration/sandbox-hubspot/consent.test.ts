import { describe, expect, it } from 'vitest'
import { type OpenPortal, openPortal } from './open-portal.ts'

// HubSpot docs, "Working with OAuth".

const APP = {
  client_id: 'sandbox-hubspot-client',
  redirect_uri: 'http://localhost:3000/oauth/hubspot/callback',
  scope: 'oauth crm.objects.contacts.read',
}

const ask = ({ url }: OpenPortal, changes: Readonly<Record<string, string>> = {}) =>
  fetch(`${url}/oauth/authorize?${new URLSearchParams({ ...APP, ...changes }).toString()}`)

async function answer({ url }: OpenPortal, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ ...APP, ...fields })
  const response = await fetch(`${url}/oauth/authorize`, {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  return new URL(response.headers.get('location') ?? 'http://nowhere').searchParams
}

async function redeem({ url }: OpenPortal, code: string) {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: APP.client_id,
    client_secret: 'sandbox-hubspot-secret',
    redirect_uri: APP.redirect_uri,
    code,
  })
  const response = await fetch(`${url}/oauth/2026-09/token`, { method: 'POST', body })
  return (await response.json()) as { scopes?: string[]; status?: string }
}

describe('the consent page', () => {
  it('shows what is asked for, and leads nowhere by itself', async () => {
    const response = await ask(await openPortal())

    expect(response.status).toBe(200)
    expect(await response.text()).toContain('crm.objects.contacts.read')
  })

  it.each([
    ['an unknown app', { client_id: 'another' }],
    ['an address that is not by https', { redirect_uri: 'http://evil.example/cb' }],
    ['no scope', { scope: '' }],
    ['a required scope the account cannot grant', { scope: 'oauth crm.objects.goals.read' }],
  ])('says no on the page itself to %s', async (_, changes) => {
    const response = await ask(await openPortal(), changes)

    expect(response.status).toBe(400)
  })

  it('leads only to the addresses of the app, where those are set', async () => {
    const portal = await openPortal({ redirectUris: ['https://leadwell.example/cb'] })

    const other = await ask(portal)
    const agreed = await ask(portal, { redirect_uri: 'https://leadwell.example/cb' })

    expect([other.status, agreed.status]).toEqual([400, 200])
  })

  it('leads back with an error and the state when somebody chooses Cancel', async () => {
    const back = await answer(await openPortal(), { state: 'xyz', decision: 'deny' })

    expect([back.get('error'), back.get('state'), back.get('code')]).toEqual([
      'access_denied',
      'xyz',
      null,
    ])
  })

  it('grants all that is required, and of the optional scopes what the account has', async () => {
    const portal = await openPortal()
    const optional_scope = 'forms crm.objects.marketing_events.read'

    const back = await answer(portal, { optional_scope, decision: 'allow' })

    const { scopes } = await redeem(portal, back.get('code') ?? '')
    expect(scopes).toEqual(['oauth', 'crm.objects.contacts.read', 'forms'])
  })

  it('gives a code that ends within minutes', async () => {
    const portal = await openPortal()
    const back = await answer(portal, { decision: 'allow' })
    portal.clock.at += 5 * 60_000

    expect(await redeem(portal, back.get('code') ?? '')).toMatchObject({ status: 'BAD_AUTH_CODE' })
  })
})
