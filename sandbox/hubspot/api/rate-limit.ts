import { Refusal } from '#sandbox/hubspot/portal/refusal.ts'
import type { Token } from './tokens.ts'

/** Calls a portal allows, as its subscription sets them ("API usage guidelines"). */
export interface Limits {
  /** Each private app, ten seconds. */
  readonly burst: number
  /** Each OAuth app and account, ten seconds. */
  readonly oauthBurst: number
  /** The account's private apps together, until midnight in its time zone. */
  readonly daily: number
  readonly searchPerSecond: number
  /** Associations API, ten seconds. */
  readonly associationsBurst: number
}

export type Tier = 'free' | 'starter' | 'professional' | 'enterprise'

export function limitsOf(tier: Tier, changed: Partial<Limits> = {}): Limits {
  const small = tier === 'free' || tier === 'starter'
  const daily = tier === 'enterprise' ? 1_000_000 : 625_000
  return {
    burst: small ? 100 : 190,
    oauthBurst: 110,
    daily: small ? 250_000 : daily,
    searchPerSecond: 5,
    associationsBurst: small ? 100 : 150,
    ...changed,
  }
}

export type Pool = 'burst' | 'search' | 'associations'

/** Counts one call; answers the headers to send or throws HubSpot's 429. */
export type TakeCall = (pool: Pool, token: Token) => Record<string, string>

const WINDOW_MS = 10_000

export function createRateLimit(deps: {
  limits: Limits
  timeZone: string
  now: () => number
}): TakeCall {
  const { limits, now } = deps
  const windows = new Map<string, Window>()
  const daily = createDay(deps.timeZone)
  const windowOf = (name: string, limit: number, lengthMs: number) => {
    const known = windows.get(name) ?? createWindow(limit, lengthMs)
    windows.set(name, known)
    return known
  }
  return (pool, token) => {
    const at = now()
    const oauth = token.kind === 'oauth'
    const today = daily(at)
    if (!oauth && today.used >= limits.daily) throw limited('DAILY', 'daily')
    if (pool === 'search') {
      const taken = windowOf('search', limits.searchPerSecond, 1_000).take(at)
      if (taken === undefined) throw limited('SECONDLY', 'secondly')
      today.used += oauth ? 0 : 1
      return {}
    }
    const limit = burstLimit(limits, pool, oauth)
    const left = windowOf(`${pool}:${token.app}`, limit, WINDOW_MS).take(at)
    if (left === undefined) throw limited('TEN_SECONDLY_ROLLING', 'ten_secondly_rolling')
    today.used += oauth ? 0 : 1
    if (pool === 'associations') return {}
    return headers({ limit, left, oauth, daily: limits.daily, used: today.used })
  }
}

function burstLimit(limits: Limits, pool: 'burst' | 'associations', oauth: boolean): number {
  if (pool === 'associations') return limits.associationsBurst
  return oauth ? limits.oauthBurst : limits.burst
}

interface Window {
  /** Calls left after this one; `undefined` when there was none left. */
  take(at: number): number | undefined
}

function createWindow(limit: number, lengthMs: number): Window {
  let taken: number[] = []
  return {
    take: (at) => {
      taken = taken.filter((earlier) => earlier > at - lengthMs)
      if (taken.length >= limit) return undefined
      taken.push(at)
      return limit - taken.length
    },
  }
}

/** The tally of the account's local day. */
function createDay(timeZone: string): (at: number) => { used: number } {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  let hour = Number.NaN
  let date = ''
  let tally = { used: 0 }
  return (at) => {
    // No zone changes its date but on the quarter hour; formatting each call would cost more.
    const quarter = Math.floor(at / 900_000)
    if (quarter === hour) return tally
    hour = quarter
    const today = format.format(at)
    if (today !== date) tally = { used: 0 }
    date = today
    return tally
  }
}

function headers(call: {
  limit: number
  left: number
  oauth: boolean
  daily: number
  used: number
}): Record<string, string> {
  return {
    'X-HubSpot-RateLimit-Max': String(call.limit),
    'X-HubSpot-RateLimit-Remaining': String(call.left),
    'X-HubSpot-RateLimit-Interval-Milliseconds': String(WINDOW_MS),
    ...(!call.oauth && {
      'X-HubSpot-RateLimit-Daily': String(call.daily),
      'X-HubSpot-RateLimit-Daily-Remaining': String(call.daily - call.used),
    }),
  }
}

export function limited(policyName: string, words: string): Refusal {
  return new Refusal(429, `You have reached your ${words} limit.`, {
    errorType: 'RATE_LIMIT',
    policyName,
    groupName: 'publicapi:private-apps:50100200',
  })
}
