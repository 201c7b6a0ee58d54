/** What a route gives back; the router alone knows how it travels. */
export type Answer =
  | {
      readonly as: 'json'
      readonly status: number
      readonly body: object
      /** `Set-Cookie`, where a session starts or ends. */
      readonly cookie?: string
    }
  /** CSV to be saved, or a page that stands by itself. */
  | {
      readonly as: 'text'
      readonly format: 'csv' | 'html'
      readonly body: string
      /** Of the file, without its ending. */
      readonly name: string
    }
  /** NDJSON: one object a line. */
  | { readonly as: 'lines'; readonly lines: AsyncIterable<object> }
  /** Server-sent events; the signal aborts when nobody listens any more. */
  | { readonly as: 'events'; readonly events: (signal: AbortSignal) => AsyncIterable<ServerEvent> }

export interface ServerEvent {
  readonly event: string
  readonly data: object
}

export function text(format: 'csv' | 'html', body: string, name: string): Answer {
  return { as: 'text', format, body, name }
}

export function json(body: object, status = 200): Answer {
  return { as: 'json', status, body }
}
