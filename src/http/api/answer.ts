/** What a route gives back; the router alone knows how it travels. */
export type Answer =
  | {
      readonly as: 'json'
      readonly status: number
      readonly body: object
      /** `Set-Cookie`, where a session starts or ends. */
      readonly cookie?: string
    }
  /** NDJSON: one object a line. */
  | { readonly as: 'lines'; readonly lines: AsyncIterable<object> }
  /** Server-sent events; the signal aborts when nobody listens any more. */
  | { readonly as: 'events'; readonly events: (signal: AbortSignal) => AsyncIterable<ServerEvent> }

export interface ServerEvent {
  readonly event: string
  readonly data: object
}

export function json(body: object, status = 200): Answer {
  return { as: 'json', status, body }
}
