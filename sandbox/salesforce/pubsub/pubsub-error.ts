import { Metadata, type ServiceError, status } from '@grpc/grpc-js'

const PREFIX = 'sfdc.platform.eventbus.grpc.'

/** Codes the sandbox answers with, and the gRPC status each comes with. */
const STATUS_OF = {
  'service.auth.error': status.UNAUTHENTICATED,
  'service.auth.headers.invalid': status.UNAUTHENTICATED,
  'service.unavailable': status.UNAVAILABLE,
  'topic.not.found': status.NOT_FOUND,
  'schema.validation.failed': status.INVALID_ARGUMENT,
  'subscription.topic.cannot.subscribe': status.PERMISSION_DENIED,
  'subscription.fetch.replayid.corrupted': status.INVALID_ARGUMENT,
  'subscription.fetch.replayid.validation.failed': status.INVALID_ARGUMENT,
  'subscription.fetch.requested.events.invalid': status.INVALID_ARGUMENT,
  'subscription.fetch.overflow': status.FAILED_PRECONDITION,
  'subscription.fetch.topic.mismatch': status.INVALID_ARGUMENT,
  'subscription.limit.exceeded': status.RESOURCE_EXHAUSTED,
} as const

export type PubsubCode = keyof typeof STATUS_OF

/** With the code in the trailers, where Salesforce puts it (Pub/Sub API guide, "Handle Errors"). */
export function pubsubError(code: PubsubCode): ServiceError {
  const metadata = new Metadata()
  metadata.set('error-code', `${PREFIX}${code}`)
  const details = `${code}. rpcId: 0af3`
  return Object.assign(new Error(details), { code: STATUS_OF[code], details, metadata })
}
