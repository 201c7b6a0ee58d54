import type { Request, RequestHandler } from 'express'
import type { ZodType } from 'zod'
import type { Mutation, Source } from '#sandbox/hubspot/portal/mutation.ts'
import type { PortalState } from '#sandbox/hubspot/portal/portal-state.ts'
import { invalid } from '#sandbox/hubspot/portal/refusal.ts'
import type { Pool } from './rate-limit.ts'
import type { Token } from './tokens.ts'
import type { WriteRules } from './write-rules.ts'

/** What calls are counted as. */
export type CallKind =
  | 'list'
  | 'single'
  | 'batch-read'
  | 'batch-update'
  | 'batch-create'
  | 'batch-archive'
  | 'search'
  | 'associations'
  | 'properties'
  | 'oauth'
  | 'account'
  | 'forms'
  | 'marketing-events'
  | 'event-occurrences'
  | 'subscriptions'
  | 'imports'
  | 'rate-limited'

/** One authenticated call, its body not yet looked at. */
export interface ApiCall {
  readonly token: Token
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** Size of the body in characters. */
  readonly bodyLength: number
  readonly url: string
}

export interface ApiAnswer {
  readonly status: number
  /** Absent for 204. */
  readonly body?: unknown
}

export type ApiHandler = (call: ApiCall) => ApiAnswer

/** What every router of the portal is made from. */
export interface ApiContext {
  readonly state: PortalState
  readonly now: () => number
  /** Journals the mutations as one entry, applies them and tells webhook subscribers. */
  readonly commit: (mutations: readonly Mutation[]) => void
  /** Wraps a handler in authentication, limits, faults and counting. */
  readonly route: (kind: CallKind, handler: ApiHandler, pool?: Pool) => RequestHandler
  /** Marks what the calling app wrote. */
  readonly appSource: Source
  readonly rules: WriteRules
}

/** Throws 400 as HubSpot does for a body of the wrong shape. */
export function parseBody<T>(schema: ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path.join('.') ?? ''
  throw invalid(`Invalid input JSON on line 1, column 1: ${path}: ${issue?.message ?? 'invalid'}`)
}

/** A list given comma-separated, repeated or both. */
export function listOf(value: unknown): string[] {
  const given = Array.isArray(value) ? value : [value]
  return given.flatMap((one) =>
    typeof one === 'string' ? one.split(',').filter((name) => name !== '') : [],
  )
}

/** A whole number within bounds; throws 400 otherwise. */
export function limitOf(value: unknown, bounds: { otherwise: number; most: number }): number {
  if (value === undefined) return bounds.otherwise
  const limit = Number(value)
  if (Number.isInteger(limit) && limit >= 1 && limit <= bounds.most) return limit
  throw invalid(`limit must be between 1 and ${bounds.most}`)
}

/** Address of a request as HubSpot's links repeat it. */
export function linkWith(call: ApiCall, after: string): string {
  const url = new URL(call.url, 'https://api.hubapi.com')
  url.searchParams.set('after', after)
  return url.href
}

export function textParams(request: Request): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => [name, String(value)]),
  )
}
