import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import { Id } from './transport/answers.ts'

/** A request signed the older way: custom workflow actions know no other (HubSpot docs, "Validating requests"). */
export interface RequestSignedV2 {
  readonly method: string
  /** The full public URL HubSpot called: scheme, host, path and query, exactly as it was written. */
  readonly uri: string
  readonly rawBody: Buffer
  /** `X-HubSpot-Signature`. */
  readonly signature: string | undefined
  /** `X-HubSpot-Signature-Version`; the same header also carries version 1, which says less. */
  readonly version: string | undefined
  readonly secret: string
}

const HEX_SHA256 = /^[0-9a-f]{64}$/i

/**
 * Checks a version 2 signature over the body as it came, in constant time. It carries no timestamp, so
 * what it guards has to bear being sent again.
 */
export function verifySignatureV2(request: RequestSignedV2): 'valid' | 'missing' | 'wrong' {
  const { signature, version } = request
  if (!signature) return 'missing'
  if (version?.toLowerCase() !== 'v2' || !HEX_SHA256.test(signature)) return 'wrong'
  const expected = Buffer.from(signatureV2Of(request), 'hex')
  return timingSafeEqual(Buffer.from(signature, 'hex'), expected) ? 'valid' : 'wrong'
}

/** What HubSpot puts in the header, hexadecimal; also signs test requests. */
export function signatureV2Of(
  request: Pick<RequestSignedV2, 'method' | 'uri' | 'rawBody' | 'secret'>,
): string {
  return createHash('sha256')
    .update(request.secret)
    .update(request.method.toUpperCase())
    .update(request.uri)
    .update(request.rawBody)
    .digest('hex')
}

/** The record a workflow has in hand when it runs one of our actions. */
export interface WorkflowActionCall {
  readonly portalId: PortalId
  /** Absent for objects that are not scored. */
  readonly ref: RecordRef | undefined
}

const Call = z.object({
  origin: z.object({ portalId: Id }),
  object: z.object({ objectId: Id, objectType: z.string() }),
})

const OBJECTS: Readonly<Record<string, RecordRef['object']>> = {
  CONTACT: 'contact',
  '0-1': 'contact',
}

/**
 * Reads the body of a workflow action. Throws PermanentError `webhook-malformed` when it is not one:
 * a plain hash over secret and message can be carried on past the end of a message that was seen, and
 * what is carried on is no longer JSON.
 */
export function parseWorkflowActionCall(rawBody: Buffer): WorkflowActionCall {
  const call = Call.safeParse(parseJson(rawBody))
  if (!call.success) {
    throw new PermanentError('webhook-malformed', 'The body is not a workflow action call.')
  }
  const { origin, object } = call.data
  const type = OBJECTS[object.objectType.toUpperCase()]
  return {
    portalId: `hubspot:${origin.portalId}`,
    ref: type === undefined ? undefined : { object: type, id: object.objectId },
  }
}

function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'))
  } catch {
    throw new PermanentError('webhook-malformed', 'The body is not JSON.')
  }
}
