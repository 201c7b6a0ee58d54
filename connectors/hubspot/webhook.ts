import { createHmac, timingSafeEqual } from 'node:crypto'
import { PermanentError } from '#src/errors.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import {
  type ActivityRef,
  activityOf,
  Event,
  recordOf,
  type Sighting,
  sightingsOf,
} from './webhook-event.ts'

export interface SignedRequest {
  readonly method: string
  /** The full public URL HubSpot called: scheme, host, path and query. */
  readonly uri: string
  readonly rawBody: Buffer
  /** `X-HubSpot-Signature-v3`. */
  readonly signature: string | undefined
  /** `X-HubSpot-Request-Timestamp`, epoch ms. */
  readonly timestamp: string | undefined
  readonly secret: string
  readonly nowMs: number
}

const MAX_AGE_MS = 300_000

/** The codes HubSpot decodes before it signs, and no others (HubSpot docs, "Validating requests"). */
const DECODED: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
}

/** Checks a version 3 signature over the body as it came; five minutes either way, in constant time. */
export function verifyHubspotSignature(
  request: SignedRequest,
): 'valid' | 'missing' | 'stale' | 'wrong' {
  const { signature, timestamp, nowMs } = request
  if (!signature || !timestamp) return 'missing'
  if (!/^\d{1,16}$/.test(timestamp)) return 'wrong'
  if (Math.abs(nowMs - Number(timestamp)) > MAX_AGE_MS) return 'stale'
  const expected = Buffer.from(signatureOf({ ...request, timestamp }))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected) ? 'valid' : 'wrong'
}

/** What HubSpot puts in the header, base64; also signs test requests. */
export function signatureOf(
  request: Pick<SignedRequest, 'method' | 'uri' | 'rawBody' | 'secret'> & { timestamp: string },
): string {
  return createHmac('sha256', request.secret)
    .update(request.method.toUpperCase())
    .update(decodeUri(request.uri))
    .update(request.rawBody)
    .update(request.timestamp)
    .digest('base64')
}

function decodeUri(uri: string): string {
  return uri.replace(/%[0-9a-f]{2}/gi, (code) => DECODED[code.toUpperCase()] ?? code)
}

/** What one portal's events of a delivery ask us to look at again. */
export interface HubspotEvents {
  readonly portalId: PortalId
  /** How many events these were, those of no concern among them. */
  readonly events: number
  readonly refs: readonly RecordRef[]
  /** Deleted in the ordinary way; one that is `forgotten` is not repeated here. */
  readonly deleted: readonly RecordRef[]
  /**
   * Deleted for privacy. HubSpot sends an ordinary deletion too, before or after and perhaps in another
   * delivery (HubSpot docs, "Webhooks").
   */
  readonly forgotten: readonly RecordRef[]
  readonly activities: readonly ActivityRef[]
}

/**
 * Reads a delivery: events are hints, so order and repetition do not matter and what is not known is
 * passed over. Throws PermanentError `webhook-malformed` when the body is not an array.
 */
export function parseHubspotEvents(body: unknown): HubspotEvents[] {
  if (!Array.isArray(body)) {
    throw new PermanentError('webhook-malformed', 'A HubSpot delivery is an array of events')
  }
  const byPortal = new Map<string, Sighting[][]>()
  for (const entry of body) {
    const event = Event.safeParse(entry)
    if (!event.success) continue
    const { portalId } = event.data
    const known = byPortal.get(portalId)
    if (known === undefined) byPortal.set(portalId, [sightingsOf(event.data)])
    else known.push(sightingsOf(event.data))
  }
  return [...byPortal].map(([portalId, events]) => gather(portalId, events))
}

function gather(portalId: string, events: readonly (readonly Sighting[])[]): HubspotEvents {
  const all = events.flat()
  const forgotten = distinct(all.filter((one) => one.forgotten).flatMap(recordOf))
  const isForgotten = new Set(forgotten.map(keyOf))
  const keep = (ref: RecordRef): boolean => !isForgotten.has(keyOf(ref))
  const present = all.filter(({ deleted }) => !deleted)
  return {
    portalId: `hubspot:${portalId}`,
    events: events.length,
    refs: distinct(present.flatMap(recordOf)).filter(keep),
    deleted: distinct(all.filter(({ deleted }) => deleted).flatMap(recordOf)).filter(keep),
    forgotten,
    activities: distinct(present.flatMap(activityOf)),
  }
}

type Named = { readonly object: string; readonly id: string }

function keyOf({ object, id }: Named): string {
  return `${object}:${id}`
}

function distinct<T extends Named>(refs: readonly T[]): T[] {
  return [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()]
}
