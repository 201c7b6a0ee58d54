import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { Quota } from '#src/connector-port.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { Log, PortalIdentity } from '#src/ports.ts'
import { organisationIn, readUserInfo } from './auth/identity.ts'
import { createTokens, type TokenDeps } from './auth/tokens.ts'
import { createQuerier, type Querier } from './querying/query.ts'
import { select } from './querying/soql.ts'
import { hostOf } from './transport/fetch-transport.ts'
import { createTransport, type SalesforceTransport } from './transport/transport.ts'

/** Somebody is waiting for the answer. */
const ATTEMPTS = 3

export interface ConnectSalesforceOptions {
  readonly credentials: ConnectorDeps['credentials']
  readonly log: Log
  readonly now: () => number
  readonly random?: () => number
  readonly sleep?: (ms: number) => Promise<void>
  /** Keeps a refresh token that was rotated while connecting. */
  readonly saveCredentials?: TokenDeps['saveCredentials']
  readonly loadCredentials?: TokenDeps['loadCredentials']
  readonly tokenVault?: TokenDeps['tokenVault']
}

/**
 * Proves that the credentials work and says whose they are. Throws PermanentError
 * `salesforce-login-refused` or `salesforce-unreachable`, each with what to do.
 */
export async function connectSalesforce(
  options: ConnectSalesforceOptions,
): Promise<PortalIdentity & { readonly instanceUrl: string }> {
  const transport = transportFor(options)
  try {
    const { instanceUrl, identityUrl } = await transport.token()
    const organisation = await readOrganisation(createQuerier(transport))
    const id =
      organisationIn(identityUrl) ??
      organisation.id ??
      organisationIn((await readUserInfo(transport)).organization_id)
    if (id === undefined) throw nameless()
    return {
      id: `salesforce:${id}`,
      name: organisation.name ?? hostOf(instanceUrl),
      timeZone: organisation.timeZone ?? 'UTC',
      instanceUrl,
    }
  } catch (error) {
    throw unreachable(error)
  }
}

interface Organisation {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly timeZone: string | undefined
}

/** Also the first use of the token: one that the API refuses fails here. */
async function readOrganisation(querier: Querier): Promise<Organisation> {
  const soql = select({ fields: ['Id', 'Name', 'TimeZoneSidKey'], from: 'Organization', limit: 1 })
  const [outcome] = await querier.outcomes([{ soql }])
  const row = outcome !== undefined && 'rows' in outcome ? outcome.rows[0] : undefined
  return {
    id: organisationIn(textOf(row?.['Id'])),
    name: textOf(row?.['Name']),
    timeZone: textOf(row?.['TimeZoneSidKey']),
  }
}

function transportFor(options: ConnectSalesforceOptions): SalesforceTransport {
  const tokens = createTokens({
    credentials: options.credentials,
    now: options.now,
    sleep: options.sleep ?? sleep,
    saveCredentials: options.saveCredentials ?? (() => Promise.resolve()),
    loadCredentials: options.loadCredentials ?? (() => Promise.resolve(options.credentials)),
    tokenVault: options.tokenVault ?? { take: (_refused, renew) => renew() },
  })
  return createTransport({
    tokens,
    quota: UNLIMITED,
    lane: 'event',
    log: options.log,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? sleep,
    attempts: ATTEMPTS,
  })
}

/** Before a portal is known it has no budget; connecting takes two or three calls. */
const UNLIMITED: Quota = {
  take: () => Promise.resolve(),
  learn: () => Promise.resolve(),
  pause: () => Promise.resolve(),
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** While connecting, a host that does not answer is most often a wrong address. */
function unreachable(error: unknown): unknown {
  if (!(error instanceof TransientError) || error.code !== 'salesforce-unreachable') return error
  return new PermanentError(
    error.code,
    error.message,
    'Check SALESFORCE_LOGIN_URL and that this machine may reach that host.',
  )
}

function nameless(): PermanentError {
  return new PermanentError(
    'salesforce-organisation-unknown',
    'Salesforce does not say which organisation the login belongs to.',
    'Add the scope "id" to the app in Salesforce, or let its user read the Organization object.',
  )
}
