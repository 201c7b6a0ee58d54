import type { Express } from 'express'
import { PLANT_NOTHING, type Plant } from '#sandbox/seed/plant.ts'
import type { Population } from '#sandbox/seed/population.ts'
import { createIngestJobs, type JobOrders } from './bulk/ingest-jobs.ts'
import { createCallCounter } from './call-counter.ts'
import { createApp } from './create-app.ts'
import { type AnyRequestFault, createFaults, type RecordFault } from './faults.ts'
import { makeId } from './ids.ts'
import { type EntryLog, replayJournal } from './journal-entry.ts'
import { createAuthorizationCodes } from './oauth/authorization-codes.ts'
import { createSessions } from './oauth/sessions.ts'
import type { LoginRefusal } from './oauth/token-endpoint.ts'
import { createOrg } from './org.ts'
import { createOrgEdits, type OrgEdits } from './org-edits.ts'
import { keepHistory } from './org-history.ts'
import { createOutboundMessages } from './outbound/outbound-messages.ts'
import { createPubsub, type PubsubSandbox } from './pubsub/create-pubsub.ts'
import { createLeak } from './rest/leak.ts'
import { createRestApi, type RestApi } from './rest/rest-api.ts'
import { restRoutes } from './rest/rest-routes.ts'
import { createSaving } from './saving/saving.ts'
import { seedOrg } from './seed/seed-org.ts'

const DEFAULT_ORG = makeId('00D', 66_146_439)
const ALL_VERSIONS = Array.from({ length: 19 }, (_, index) => 50 + index)

export interface SalesforceSandboxOptions {
  readonly population: Population
  readonly journal: EntryLog
  /** Epoch ms. */
  readonly now: () => number
  readonly random?: () => number
  /** 18 characters. */
  readonly orgId?: string
  readonly clientId?: string
  readonly clientSecret?: string
  /** The integration user. */
  readonly username?: string
  /** Where the consent page may lead back to; without it anywhere. */
  readonly redirectUris?: readonly string[]
  /** PEM; without it no JWT assertion is accepted. */
  readonly jwtPublicKey?: string
  /** Requests in 24 hours. */
  readonly dailyLimit?: number
  readonly apiVersions?: readonly number[]
  /** Outbound messages tell of the integration user's own writes too. */
  readonly outboundOfOwnWrites?: boolean
  /** Whether the integration user has "View Setup and Configuration". */
  readonly viewsSetup?: boolean
  /** Weaves tokens into what is seeded. */
  readonly plant?: Plant
}

/** A local Salesforce org. */
export interface SalesforceSandbox {
  readonly app: Express
  readonly orgId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly username: string
  readonly edits: OrgEdits
  /** The Pub/Sub API; answers nobody before it is told to listen. */
  readonly pubsub: PubsubSandbox
  /** Requests by kind, `collectionWrites` and `recordsWritten`. */
  calls(): Record<string, number>
  setOutboundTarget(url: string | undefined): void
  flushOutbound(): Promise<void>
  /** How bulk jobs are to go wrong or slowly. */
  readonly bulkJobs: JobOrders
  failNext(fault: AnyRequestFault | RecordFault): void
  /** An admin cut the app or its user off: every login is answered with this from now on. */
  refuseLogins(refusal: LoginRefusal | undefined): void
  /** Ends every access token; refresh tokens live on. */
  expireSessions(): void
  close(): Promise<void>
}

/** Builds the org from the population and whatever its journal says happened since. */
export function createSalesforceSandbox(options: SalesforceSandboxOptions): SalesforceSandbox {
  const { now, random = Math.random, orgId = DEFAULT_ORG, journal } = options
  const client = clientOf(options)
  const append = (entry: unknown): void => journal.append(entry)
  const faults = createFaults()
  const calls = createCallCounter(options.dailyLimit ?? 100_000, now)
  const org = createOrg({ id: orgId, now, faults, append })
  const sessions = createSessions({ orgId, now, random, append })
  const saving = createSaving(org)
  const jobs = createIngestJobs(org, saving, append)
  const { plant = PLANT_NOTHING, viewsSetup = true } = options
  seedOrg(org, options.population, { username: client.username, plant })
  replayJournal(journal, { org, sessions, jobs })
  const ofOwnWrites = options.outboundOfOwnWrites ?? false
  const outbound = createOutboundMessages({ org, random, ofOwnWrites })
  keepHistory(org)
  const edits = createOrgEdits(org, saving)
  const pubsub = createPubsub({ org, sessions })
  const versions = options.apiVersions ?? ALL_VERSIONS
  const routes = restRoutes({ org, saving, calls, jobs, viewsSetup, api: () => rest })
  const rest: RestApi = createRestApi({ routes, calls, faults, versions, leak: createLeak(org) })
  const codes = createAuthorizationCodes({ now, random })
  let loginRefusal: LoginRefusal | undefined
  const app = createApp({
    org,
    orgId,
    client,
    sessions,
    codes,
    loginRefusal: () => loginRefusal,
    now,
    calls,
    rest,
    versions,
    faults,
    outbound,
    edits,
  })
  return {
    app,
    orgId,
    ...client,
    edits,
    pubsub,
    bulkJobs: jobs.orders,
    calls: () => calls.totals(),
    setOutboundTarget: (url) => outbound.setTarget(url),
    flushOutbound: () => outbound.flush(),
    failNext: (fault) => faults.add(fault),
    refuseLogins: (refusal) => {
      loginRefusal = refusal
    },
    expireSessions: () => sessions.expireAll(),
    close: async () => {
      pubsub.close()
      await outbound.close()
    },
  }
}

/** The app that is known to the org. */
function clientOf(options: SalesforceSandboxOptions) {
  return {
    clientId: options.clientId ?? 'sandbox-salesforce-client',
    clientSecret: options.clientSecret ?? 'sandbox-salesforce-secret',
    username: options.username ?? 'integration@harbor-example-care.example',
    jwtPublicKey: options.jwtPublicKey,
    redirectUris: options.redirectUris,
  }
}
