import type { Request } from 'express'

/**
 * Scheme and host the caller used: by `PUBLIC_URL` where it is set, path prefix included. Else by the
 * request itself, whose forwarded headers count only where Express was told to trust the proxy in front.
 */
export function publicOriginOf(request: Request, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`
}

/** The full address the caller used, which is what CRMs sign. */
export function publicUriOf(request: Request, publicUrl: string | undefined): string {
  return `${publicOriginOf(request, publicUrl)}${request.originalUrl}`
}
