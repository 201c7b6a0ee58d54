import type { Request } from 'express'

/** Scheme and host as the client wrote them. */
export function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}`
}

/** The token of an Authorization header; `undefined` without one. */
export function bearerOf(request: Request): string | undefined {
  return /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.get('authorization') ?? '')?.[1]
}
