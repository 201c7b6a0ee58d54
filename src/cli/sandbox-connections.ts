import type { Sandbox } from '#sandbox/start-sandbox.ts'
import type { Connection } from '#src/connect-portal.ts'

/** How to reach the running sandbox, said the way a real account would be. */
export function sandboxConnections({ hubspot, salesforce }: Sandbox): readonly Connection[] {
  return [
    {
      crm: 'hubspot',
      apiUrl: hubspot.url,
      credentials: { kind: 'hubspot-token', accessToken: hubspot.accessToken },
      sandbox: true,
    },
    {
      crm: 'salesforce',
      apiUrl: salesforce.url,
      credentials: {
        kind: 'salesforce-client-credentials',
        loginUrl: salesforce.url,
        clientId: salesforce.sandbox.clientId,
        clientSecret: salesforce.sandbox.clientSecret,
      },
      sandbox: true,
    },
  ]
}
