import type { Express } from 'express'
import type { ApiContext, CallKind } from '#sandbox/hubspot/api/api-context.ts'
import { createFaults, type Fault } from '#sandbox/hubspot/api/faults.ts'
import { createLeak } from '#sandbox/hubspot/api/leak.ts'
import { createOauthRouter } from '#sandbox/hubspot/api/oauth-router.ts'
import {
  createRateLimit,
  type Limits,
  limitsOf,
  type Tier,
} from '#sandbox/hubspot/api/rate-limit.ts'
import { createRoute } from '#sandbox/hubspot/api/route.ts'
import { createTokenMint } from '#sandbox/hubspot/api/tokens.ts'
import { createWriteRules, type WriteRules } from '#sandbox/hubspot/api/write-rules.ts'
import { applyMutation } from '#sandbox/hubspot/portal/apply-mutation.ts'
import type { Mutation } from '#sandbox/hubspot/portal/mutation.ts'
import { createPortalState, type PortalState } from '#sandbox/hubspot/portal/portal-state.ts'
import { plantVisits } from '#sandbox/hubspot/seed/plant-visits.ts'
import { seedPortal } from '#sandbox/hubspot/seed/seed-portal.ts'
import {
  DEFAULT_SUBSCRIPTIONS,
  type Subscription,
} from '#sandbox/hubspot/webhooks/webhook-events.ts'
import { createWebhooks, type Webhooks } from '#sandbox/hubspot/webhooks/webhooks.ts'
import type { Journal } from '#sandbox/journal.ts'
import { PLANT_NOTHING, type Plant } from '#sandbox/seed/plant.ts'
import type { Population } from '#sandbox/seed/population.ts'
import { createRandom } from '#sandbox/seed/random.ts'
import { createControlRouter } from './control-router.ts'
import { createApp } from './create-app.ts'
import { mountApi } from './mount-api.ts'

export interface HubspotSandboxOptions {
  readonly population: Population
  readonly journal: Journal
  readonly now: () => number
  readonly portalId?: number
  /** The static token of a privately distributed app. */
  readonly accessToken?: string
  readonly clientId?: string
  readonly clientSecret?: string
  /** Of the OAuth app; without it any address on this machine or by https. */
  readonly redirectUris?: readonly string[]
  /** Every refresh ends the refresh token it came with. */
  readonly rotatesRefreshTokens?: boolean
  /** Granted to the static token, and all an OAuth app can be granted. */
  readonly scopes?: readonly string[]
  readonly tier?: Tier
  readonly limits?: Partial<Limits>
  /** How long a change stays invisible to search. */
  readonly searchLagMs?: number
  readonly subscriptions?: readonly Subscription[]
  /** First pause before a refused webhook is sent again; doubles. */
  readonly webhookRetryMs?: number
  /** IANA name; the daily limit ends at its midnight. */
  readonly timeZone?: string
  /** Weaves tokens into what is seeded. */
  readonly plant?: Plant
}

export interface HubspotSandbox {
  readonly app: Express
  readonly portalId: number
  /** Answered calls by kind; those over a limit count as `rate-limited` only. */
  readonly calls: () => Record<string, number>
  readonly setWebhookTarget: (url: string | undefined) => void
  readonly flushWebhooks: () => Promise<void>
  readonly failNext: (count: number, fault: Fault, kind?: CallKind) => void
  /** What its admin demands of writes; changed at will. */
  readonly rules: WriteRules
  /** Sends no more webhooks. */
  readonly close: () => void
}

export const DEFAULT_SCOPES = [
  'oauth',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.companies.read',
  'crm.objects.companies.write',
  'crm.objects.deals.read',
  'crm.objects.deals.write',
  'crm.schemas.contacts.read',
  'crm.schemas.contacts.write',
  'crm.schemas.companies.read',
  'crm.schemas.companies.write',
  'crm.schemas.deals.read',
  'crm.schemas.deals.write',
  'sales-email-read',
  'forms',
  'crm.import',
] as const

/** A local HubSpot portal: the population, plus whatever the journal says happened since. */
export function createHubspotSandbox(options: HubspotSandboxOptions): HubspotSandbox {
  const {
    plant = PLANT_NOTHING,
    now,
    portalId = 50_100_200,
    accessToken = 'sandbox-hubspot-token',
    clientSecret = 'sandbox-hubspot-secret',
    scopes = DEFAULT_SCOPES,
    timeZone = 'America/New_York',
    tier = 'professional',
  } = options
  const population = plantVisits(options.population, plant)
  const state = restoreState({ ...options, population, plant }, portalId)
  const webhooks = createWebhooks({
    portalId,
    clientSecret,
    subscriptions: options.subscriptions ?? DEFAULT_SUBSCRIPTIONS,
    random: createRandom(population.seed, 77),
    now,
    retryMs: options.webhookRetryMs ?? 20,
  })
  const mint = createTokenMint(clientSecret)
  const faults = createFaults()
  const counts = new Map<CallKind, number>()
  const count = (kind: CallKind) => counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const commit = createCommit(options.journal, state, webhooks)
  const limits = limitsOf(tier, options.limits)
  const takeCall = createRateLimit({ limits, timeZone, now })
  const auth = { accessToken, scopes, mint, revoked: state.revokedTokens, now }
  const appSource = { changeSource: 'INTEGRATION', sourceId: '7906213' }
  const route = createRoute({ auth, takeCall, faults, count, leak: createLeak(state) })
  const rules = createWriteRules()
  const context: ApiContext = { state, now, commit, route, appSource, rules }
  const calls = () => Object.fromEntries(counts)
  const oauth = createOauthRouter({
    context,
    mint,
    clientId: options.clientId ?? 'sandbox-hubspot-client',
    clientSecret,
    grantable: scopes,
    redirectUris: options.redirectUris,
    rotates: options.rotatesRefreshTokens ?? false,
    count: () => count('oauth'),
  })
  const app = createApp((routes) => {
    routes.use('/_sandbox', createControlRouter({ context, webhooks, faults, calls }))
    routes.use('/oauth', oauth)
    mountApi(routes, context, { population, timeZone, plant, tier })
  })
  return {
    app,
    portalId,
    calls,
    setWebhookTarget: webhooks.setTarget,
    flushWebhooks: webhooks.flush,
    failNext: faults.failNext,
    rules,
    close: webhooks.close,
  }
}

function restoreState(
  options: HubspotSandboxOptions & { plant: Plant },
  portalId: number,
): PortalState {
  const { population, journal, plant } = options
  const createdAt = population.baseTime - 700 * 86_400_000
  const state = createPortalState({ portalId, searchLagMs: options.searchLagMs ?? 0, createdAt })
  seedPortal(state, population, plant)
  for (const entry of journal.replay()) {
    for (const mutation of entry as readonly Mutation[]) applyMutation(state, mutation)
  }
  return state
}

/** Journal first: what was answered must be there after a kill. */
function createCommit(
  journal: Journal,
  state: PortalState,
  webhooks: Webhooks,
): (mutations: readonly Mutation[]) => void {
  return (mutations) => {
    if (mutations.length === 0) return
    journal.append(mutations)
    webhooks.emit(mutations.flatMap((mutation) => applyMutation(state, mutation)))
  }
}
