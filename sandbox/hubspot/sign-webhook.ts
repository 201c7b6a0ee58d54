import { createHash, createHmac } from 'node:crypto'

/** The only escapes HubSpot decodes in the URI it signs ("Validating requests", version 3). */
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

export interface SignedRequest {
  readonly clientSecret: string
  readonly method: string
  /** Full public URL, query included. */
  readonly uri: string
  /** Exactly the bytes sent, as text. */
  readonly body: string
  /** Epoch ms. */
  readonly timestamp: number
}

/** The version 3 signature, base64. */
export function signWebhook(request: SignedRequest): string {
  const uri = request.uri.replaceAll(
    /%[0-9a-f]{2}/gi,
    (code) => DECODED[code.toUpperCase()] ?? code,
  )
  return createHmac('sha256', request.clientSecret)
    .update(request.method + uri + request.body + String(request.timestamp))
    .digest('base64')
}

/** All signature headers of a delivery, version 1 still sent alongside. */
export function signatureHeaders(request: SignedRequest): Record<string, string> {
  return {
    'X-HubSpot-Signature-v3': signWebhook(request),
    'X-HubSpot-Request-Timestamp': String(request.timestamp),
    'X-HubSpot-Signature': createHash('sha256')
      .update(request.clientSecret + request.body)
      .digest('hex'),
    'X-HubSpot-Signature-Version': 'v1',
  }
}
