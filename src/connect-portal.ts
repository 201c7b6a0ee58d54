import { readFile } from 'node:fs/promises'
import { connectHubspot } from '#connectors/hubspot/connect.ts'
import { connectSalesforce } from '#connectors/salesforce/connect.ts'
import type { Config, SalesforceConfig } from './config.ts'
import type { AccessToken } from './connector-port.ts'
import { PermanentError } from './errors.ts'
import type { Credentials, Crm, Portal, PortalId, PortalIdentity } from './ports.ts'
import type { Runtime } from './runtime.ts'

/** What it takes to reach one CRM account. */
export interface Connection {
  readonly crm: Crm
  readonly apiUrl: string
  readonly credentials: Credentials
  readonly sandbox: boolean
  /** What came along with the credentials, so that they need not be used to prove themselves. */
  readonly token?: AccessToken
  /** Whose the credentials are said to be. */
  readonly portal?: PortalId | undefined
}

/**
 * Proves that the credentials work, then keeps the portal with them encrypted. Connecting again
 * replaces the credentials and lifts a stop. Throws PermanentError when the CRM refuses.
 */
export async function connectPortal(runtime: Runtime, connection: Connection): Promise<Portal> {
  const { store, log, forgetConnectors } = runtime
  const { crm, apiUrl, sandbox } = connection
  const { identity, credentials } = await identify(runtime, connection)
  const portal = await store.portals.save({ ...identity, crm, apiUrl, sandbox }, credentials)
  await store.portals.setStatus(portal.id, 'connected')
  await store.ledger.append(portal.id, {
    kind: 'admin',
    actor: 'operator',
    action: 'portal-connected',
    detail: { crm, sandbox, credentials: credentials.kind },
  })
  forgetConnectors(portal.id)
  log.info('portal connected', { portal: portal.id })
  return portal
}

const CONNECT = { hubspot: connectHubspot, salesforce: connectSalesforce } satisfies Record<
  Crm,
  unknown
>

/** Who the credentials belong to, and the credentials as they are after a token may have rotated. */
async function identify(
  { log, now }: Runtime,
  { crm, apiUrl, credentials, token, portal }: Connection,
): Promise<{ identity: PortalIdentity; credentials: Credentials }> {
  let latest = credentials
  const saveCredentials = async (rotated: Credentials): Promise<void> => {
    latest = rotated
  }
  const { id, name, timeZone } = await CONNECT[crm]({
    apiUrl,
    credentials,
    log,
    now,
    saveCredentials,
    loadCredentials: async () => latest,
    tokenVault: {
      take: async (refused, renew) =>
        token === undefined || token.value === refused ? await renew() : token,
    },
  })
  if (portal !== undefined && portal !== id) throw otherPortal(portal, id)
  return { identity: { id, name, timeZone }, credentials: latest }
}

function otherPortal(said: PortalId, found: PortalId): PermanentError {
  return new PermanentError(
    'portal-mismatch',
    `The token was granted for ${said}, but ${found} answers to it.`,
    'Check that the API address belongs to the CRM that asked for consent, then start again.',
  )
}

/** The connections the environment asks for; empty when it names no CRM. */
export async function configuredConnections(config: Config): Promise<readonly Connection[]> {
  const connections: Connection[] = []
  if (config.hubspot.accessToken !== undefined) {
    connections.push(hubspotConnection(config))
  }
  if (config.salesforce !== undefined) {
    connections.push(await salesforceConnection(config.salesforce))
  }
  return connections
}

/** Throws PermanentError `not-configured` naming the variables to set. */
export async function connectionFor(config: Config, crm: Crm): Promise<Connection> {
  const connection = (await configuredConnections(config)).find((one) => one.crm === crm)
  if (connection !== undefined) return connection
  const variables =
    crm === 'hubspot'
      ? 'HUBSPOT_ACCESS_TOKEN'
      : 'SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET'
  throw new PermanentError(
    'not-configured',
    `There are no credentials for ${crm} in the environment.`,
    `Set ${variables}; .env.example explains them.`,
  )
}

function hubspotConnection({ hubspot }: Config): Connection {
  return {
    crm: 'hubspot',
    apiUrl: hubspot.apiUrl,
    credentials: { kind: 'hubspot-token', accessToken: hubspot.accessToken ?? '' },
    sandbox: false,
  }
}

async function salesforceConnection(salesforce: SalesforceConfig): Promise<Connection> {
  return {
    crm: 'salesforce',
    apiUrl: salesforce.loginUrl,
    credentials: await salesforceCredentials(salesforce),
    sandbox: false,
  }
}

async function salesforceCredentials(salesforce: SalesforceConfig): Promise<Credentials> {
  const { loginUrl, clientId, clientSecret, privateKeyFile, username } = salesforce
  if (privateKeyFile === undefined || username === undefined) {
    return {
      kind: 'salesforce-client-credentials',
      loginUrl,
      clientId,
      clientSecret: clientSecret ?? '',
    }
  }
  const privateKey = await readFile(privateKeyFile, 'utf8').catch(() => {
    throw new PermanentError(
      'private-key-unreadable',
      'The file named by SALESFORCE_PRIVATE_KEY_FILE cannot be read.',
      'Check the path and that this user may read it.',
    )
  })
  return { kind: 'salesforce-jwt', loginUrl, clientId, username, privateKey }
}
