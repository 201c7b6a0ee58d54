import { type ChannelCredentials, credentials } from '@grpc/grpc-js'
import { PermanentError } from '#src/errors.ts'

/** Salesforce's global endpoint (Pub/Sub API guide, "Pub/Sub API Endpoints"). */
export const PUBSUB_URL = 'https://api.pubsub.salesforce.com:7443'

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

export interface Endpoint {
  /** Host and port, as gRPC takes them. */
  readonly target: string
  readonly credentials: ChannelCredentials
}

/**
 * Where a `https://` or, on this machine only, `http://` address leads: access tokens travel there.
 * Throws PermanentError `pubsub-url-invalid`.
 */
export function endpointOf(url: string): Endpoint {
  const { protocol, hostname, port, pathname, username } = read(url)
  if (pathname !== '/' || username !== '') throw invalid('has more than a host and a port')
  if (protocol === 'https:') {
    return { target: `${hostname}:${port || '443'}`, credentials: credentials.createSsl() }
  }
  if (protocol !== 'http:') throw invalid('does not start with https://')
  if (!LOOPBACK.has(hostname)) throw invalid('is not encrypted and leads to another machine')
  return { target: `${hostname}:${port || '80'}`, credentials: credentials.createInsecure() }
}

function read(url: string): URL {
  if (!URL.canParse(url)) throw invalid('is no URL')
  return new URL(url)
}

function invalid(reason: string): PermanentError {
  return new PermanentError(
    'pubsub-url-invalid',
    `The address of the Pub/Sub API ${reason}.`,
    `Unset SALESFORCE_PUBSUB_URL, or set it to something like ${PUBSUB_URL}.`,
  )
}
