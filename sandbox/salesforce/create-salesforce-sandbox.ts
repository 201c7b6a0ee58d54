import type { Express } from 'express'
import { PLANT_NOTHING, type Plant } from '#sandbox/seed/plant.ts'
import type { Population } from '#sandbox/seed/population.ts'
import { createIngestJobs } from './bulk/ingest-jobs.ts'
import { createCallCounter } from './call-counter.ts'
import { createApp } from './create-app.ts'
import {
  createFaults,
  type LeakingRequestFault,
  type RecordFault,
  type RequestFault,
} from './faults.ts'
import { makeId } from './ids.ts'
import { type EntryLog, replayJournal } from './journal-entry.ts'
import { createAuthorizationCodes } from './oauth/authorization-codes.ts'
import { createSessions } from './oauth/sessions.ts'
import { createOrg } from './org.ts'
import { createOrgEdits, type OrgEdits } from './org-edits.ts'
import { createOutboundMessages } from './outbound/outbound-messages.ts'
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
  /** Requests by kind, `collectionWrites` and `recordsWritten`. */
  calls(): Record<string, number>
  setOutboundTarget(url: string | undefined): void
  flushOutbound(): Promise<void>
  failNext(fault: RequestFault | LeakingRequestFault | RecordFault): void
  /** Ends every access token; refresh tokens live on. */
  expireSessions(): void
  close(): Promise<void>
}

/** Builds the org from the population and whatever its journal says happened since. */
export function createSalesforceSandbox(options: SalesforceSandboxOptions): SalesforceSandbox {
  const { now, random = Math.random, orgId = DEFAULT_ORG, journal } = options
  const client = {
    clientId: options.clientId ?? 'sandbox-salesforce-client',
    clientSecret: options.clientSecret ?? 'sandbox-salesforce-secret',
    username: options.username ?? 'integration@harbor-example-care.example',
    jwtPublicKey: options.jwtPublicKey,
  }
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
  const edits = createOrgEdits(org, saving)
  const versions = options.apiVersions ?? ALL_VERSIONS
  const routes = restRoutes({ org, saving, calls, jobs, viewsSetup, api: () => rest })
  const rest: RestApi = createRestApi({ routes, calls, faults, versions, leak: createLeak(org) })
  const codes = createAuthorizationCodes({ now, random })
  const app = createApp({
    org,
    orgId,
    client,
    sessions,
    codes,
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
    calls: () => calls.totals(),
    setOutboundTarget: (url) => outbound.setTarget(url),
    flushOutbound: () => outbound.flush(),
    failNext: (fault) => faults.add(fault),
    expireSessions: () => sessions.expireAll(),
    close: () => outbound.close(),
  }
}
