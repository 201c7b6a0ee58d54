import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { TransientError } from '#src/errors.ts'
import type { Answer, ServerEvent } from './answer.ts'

/** Each listener costs a look at the store every second. */
const MOST_STREAMS = 100

const PAGE_POLICY = "default-src 'none';style-src 'unsafe-inline';frame-ancestors 'none'"

export type SendAnswer = (response: Response, answer: Answer) => Promise<void>

/** Sends what a route gave back; streams end when the client goes or the server stops. */
export function createSender(stopping: AbortSignal | undefined): SendAnswer {
  let streams = 0
  return async (response, answer) => {
    if (answer.as === 'json') {
      if (answer.cookie !== undefined) response.set('Set-Cookie', answer.cookie)
      response.status(answer.status).json(answer.body)
      return
    }
    if (answer.as === 'text') {
      sendText(response, answer)
      return
    }
    if (streams >= MOST_STREAMS) throw exhausted()
    streams += 1
    try {
      await sendStream(response, answer, stopping)
    } finally {
      streams -= 1
    }
  }
}

/** A page may style itself and nothing else: it runs no script, loads nothing and is framed nowhere. */
function sendText(
  response: Response,
  { format, body, name }: Extract<Answer, { as: 'text' }>,
): void {
  if (format === 'csv') response.attachment(`${name}.csv`)
  else response.set('Content-Security-Policy', PAGE_POLICY)
  response.type(format).send(body)
}

async function sendStream(
  response: Response,
  answer: Exclude<Answer, { as: 'json' | 'text' }>,
  stopping: AbortSignal | undefined,
): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const signal = AbortSignal.any([gone.signal, ...(stopping === undefined ? [] : [stopping])])
  if (answer.as === 'lines') {
    response.type('application/x-ndjson')
    await stream(response, asLines(answer.lines, signal))
    return
  }
  // Proxies would keep events back until there are enough of them.
  response.type('text/event-stream').set('X-Accel-Buffering', 'no')
  response.flushHeaders()
  await stream(response, asEvents(answer.events(signal)))
}

function exhausted(): TransientError {
  return new TransientError('streams-exhausted', 'Too many listen to this process already.', 10_000)
}

/** That somebody went away is no failure of ours. */
async function stream(response: Response, chunks: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), response)
  } catch (error) {
    if (!response.closed && !response.destroyed) throw error
  }
}

async function* asLines(lines: AsyncIterable<object>, signal: AbortSignal): AsyncGenerator<string> {
  for await (const line of lines) {
    if (signal.aborted) return
    yield `${JSON.stringify(line)}\n`
  }
}

async function* asEvents(events: AsyncIterable<ServerEvent>): AsyncGenerator<string> {
  for await (const { event, data } of events) {
    yield `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
  }
}
