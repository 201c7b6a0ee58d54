import { Metadata, status } from '@grpc/grpc-js'
import { errorCode, PermanentError, TransientError } from '#src/errors.ts'

/** The access token is not taken (any more): ask for another, once. */
export const SESSION_ENDED = 'pubsub-session-ended'
/** The stored position is older than 72 hours or of another instance: begin anew. */
const POSITION_LOST = 'push-position-lost'

const PREFIX = 'sfdc.platform.eventbus.grpc.'
/** The allocation is counted over the last 24 hours, so it comes back little by little. */
const LIMIT_PAUSE_MS = 3_600_000
const BUSY_PAUSE_MS = 60_000

type Failure = TransientError | PermanentError

/**
 * By the code in the trailers, which says more than the gRPC status (Pub/Sub API guide, "Handle
 * Errors", table of error codes).
 */
const BY_CODE: Readonly<Record<string, () => Failure>> = {
  'service.auth.error': sessionEnded,
  'service.auth.headers.invalid': sessionEnded,
  'subscription.fetch.replayid.corrupted': positionLost,
  'subscription.fetch.replayid.validation.failed': positionLost,
  'subscription.limit.exceeded': () =>
    new TransientError(
      'push-limit-reached',
      'The daily event deliveries are used up.',
      LIMIT_PAUSE_MS,
    ),
  'concurrent.client.limit.exceeded': busy,
  'service.protection.triggered': busy,
  'service.protection.stream.limit.triggered': busy,
  'topic.not.found': () =>
    new PermanentError(
      'push-channel-unknown',
      'Salesforce does not know this channel.',
      'Create it, or name another with: leadwell push <portal> --channel /data/…',
    ),
  'topic.meta.permission': notAllowed,
  'schema.meta.permission': notAllowed,
  'subscription.topic.cannot.subscribe': notAllowed,
  'service.tenant.license': () =>
    new PermanentError('push-not-licensed', 'This organisation has no Pub/Sub API.'),
}

const BY_STATUS = new Map<number, () => Failure>([
  [status.UNAUTHENTICATED, sessionEnded],
  [status.PERMISSION_DENIED, notAllowed],
  [status.RESOURCE_EXHAUSTED, busy],
  [
    status.UNIMPLEMENTED,
    () => new PermanentError('push-unexpected-answer', 'No Pub/Sub API there.'),
  ],
])

/** What a failed call or broken stream amounts to. Messages of Salesforce's are never quoted. */
export function pubsubFailure(error: unknown): Failure {
  if (error instanceof TransientError || error instanceof PermanentError) return error
  const told = errorCodeIn(error)
  if (told.startsWith(PREFIX)) {
    const failure = BY_CODE[told.slice(PREFIX.length)]
    if (failure !== undefined) return failure()
  }
  return BY_STATUS.get(statusOf(error))?.() ?? unavailable(error)
}

/** Also for a channel that says so before anybody subscribes. */
export function notAllowed(): PermanentError {
  return new PermanentError(
    'push-not-allowed',
    'The user Leadwell connects as may not watch this channel.',
    'Give it "View All Records" on the objects of the channel ("View All Data" for tasks and events).',
  )
}

function sessionEnded(): PermanentError {
  return new PermanentError(SESSION_ENDED, 'The Pub/Sub API did not take the access token.')
}

function positionLost(): TransientError {
  return new TransientError(
    POSITION_LOST,
    'Events from the stored position on are not kept any more.',
  )
}

function busy(): TransientError {
  return new TransientError('push-busy', 'The Pub/Sub API asks to come back later.', BUSY_PAUSE_MS)
}

function unavailable(error: unknown): TransientError {
  const name = status[statusOf(error)] ?? errorCode(error)
  return new TransientError('push-unavailable', `The stream of changes broke off (${name}).`)
}

function statusOf(error: unknown): number {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'number' ? code : status.UNKNOWN
}

function errorCodeIn(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('metadata' in error)) return ''
  return error.metadata instanceof Metadata ? String(error.metadata.get('error-code')[0] ?? '') : ''
}
