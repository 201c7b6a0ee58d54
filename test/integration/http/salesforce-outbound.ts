import { createHttpApp } from '#src/http/create-http-app.ts'
import { serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import type { PortalId } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'

export const ORG = '00De0000000pmu1EAA'
export const PORTAL: PortalId = `salesforce:${ORG}`
export const LEAD = '00Q5g00000ABCDEAA4'
export const CONTACT = '0035g00000ABCDEAA5'

/** A web process with one Salesforce portal, and how to make its store fail. */
export interface WebProcess {
  readonly url: string
  readonly store: Store
  readonly kicked: PortalId[]
  readonly polled: PortalId[]
  /** What keeps marks from being written, while it does. */
  trouble: Error | undefined
  post(body: string | Uint8Array<ArrayBuffer>, options?: PostOptions): Promise<Response>
  /** Takes the marks there are, `object:id`, sorted. */
  takeMarks(): Promise<readonly string[]>
  close(): Promise<void>
}

interface PostOptions {
  readonly url?: string
  readonly headers?: Record<string, string>
}

export async function startWebProcess(): Promise<WebProcess> {
  const log = createLog({ level: 'silent' })
  const store = await openStore({
    databaseUrl: await createTestDatabase(),
    dataDir: '/nonexistent',
    keys: createKeyring(Buffer.alloc(32, 1).toString('base64')),
    now: Date.now,
    log,
  })
  const portal = await store.portals.save(
    {
      id: PORTAL,
      crm: 'salesforce',
      name: 'T',
      timeZone: 'UTC',
      apiUrl: 'http://x',
      sandbox: false,
    },
    { kind: 'hubspot-token', accessToken: 'none' },
  )
  const kicked: PortalId[] = []
  const polled: PortalId[] = []
  const state: { trouble: Error | undefined } = { trouble: undefined }
  const marks: Store['marks'] = {
    ...store.marks,
    mark: async (...call) => {
      if (state.trouble !== undefined) throw state.trouble
      await store.marks.mark(...call)
    },
  }
  const app = createHttpApp({
    store: { ...store, marks },
    log,
    now: Date.now,
    publicUrl: undefined,
    hubspotSecrets: () => [],
    kick: async (id) => void kicked.push(id),
    poll: async (id) => void polled.push(id),
    pingRedis: async () => undefined,
  })
  const server = await serve(app, 0)
  const url = `http://127.0.0.1:${server.port}/webhooks/salesforce/${portal.webhookKey}`
  return {
    url,
    store,
    kicked,
    polled,
    get trouble() {
      return state.trouble
    },
    set trouble(error) {
      state.trouble = error
    },
    post: (body, options = {}) =>
      fetch(options.url ?? url, {
        method: 'POST',
        headers: { 'content-type': 'text/xml; charset=utf-8', ...options.headers },
        body,
      }),
    takeMarks: async () => {
      const taken = await store.marks.claim(PORTAL, { limit: 1000, leaseMs: 60_000 })
      await store.marks.settle(PORTAL, taken)
      return taken.map(({ object, id }) => `${object}:${id}`).toSorted()
    },
    close: async () => {
      await server.close()
      await store.close()
    },
  }
}

export interface Notified {
  readonly type: string
  readonly id: string
  /** Further fields of the record, as XML. */
  readonly more?: string
}

/** An outbound message as the SOAP API guide shows it. */
export function outboundMessage(notified: readonly Notified[], organization = ORG): string {
  const notifications = notified.map(
    ({ type, id, more = '' }, index) => `<Notification><Id>04l5g00000000${index + 10}AAA</Id>
      <sObject xsi:type="sf:${type}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>${id}</sf:Id>${more}</sObject>
    </Notification>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
   <OrganizationId>${organization}</OrganizationId>
   <ActionId>04k5g0000000001AAA</ActionId>
   <SessionId xsi:nil="true"/>
   <EnterpriseUrl>https://example.my.salesforce.com/services/Soap/c/67.0/x</EnterpriseUrl>
   <PartnerUrl>https://example.my.salesforce.com/services/Soap/u/67.0/x</PartnerUrl>
   ${notifications.join('')}
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`
}
