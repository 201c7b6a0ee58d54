import type { CallKind } from '../call-counter.ts'

/** One REST call below `/services/data/vXX.X`, already authorised. */
export interface ApiCall {
  readonly method: string
  /** `67.0`. */
  readonly version: string
  readonly path: string
  readonly query: URLSearchParams
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
  readonly userId: string
  /** Values of the route's `:names`. */
  readonly params: Readonly<Record<string, string>>
}

export interface ApiReply {
  readonly status: number
  readonly body?: unknown
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Nothing is answered, and the connection is dropped after this long. */
  readonly dropAfterMs?: number
}

export interface Route {
  readonly method: string
  /** `/sobjects/:type/:id`. */
  readonly pattern: string
  readonly kind: CallKind
  readonly handle: (call: ApiCall) => ApiReply
}

/** A JSON answer. */
export const ok = (body: unknown): ApiReply => ({ status: 200, body })

export const noContent: ApiReply = { status: 204 }

export interface FoundRoute {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** The first route that fits; names match without case as the platform's resources do. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): FoundRoute | undefined {
  for (const route of routes) {
    if (route.method !== method) continue
    const params = matchPath(route.pattern, path)
    if (params !== undefined) return { route, params }
  }
  return undefined
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = decodePath(path).replace(/\/$/, '').split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [position, segment] of wanted.entries()) {
    const value = given[position] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = value
    else if (segment.toLowerCase() !== value.toLowerCase()) return undefined
  }
  return params
}

/** A path that is not valid percent-encoding is taken as it stands, and then fits no resource. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
