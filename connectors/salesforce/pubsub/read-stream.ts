import type { ListenOptions, PushedChanges } from '#src/connector-port.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import {
  type ChangeEventHeader,
  createHeaderReader,
  type ReadHeader,
  UnreadableEvent,
} from './change-events.ts'
import { hintsOf } from './change-hints.ts'
import { notAllowed, pubsubFailure } from './pubsub-errors.ts'
import { type FetchRequest, FetchResponse, type PubsubService } from './pubsub-service.ts'

/** Pub/Sub API guide, "Allocations": at most 100 events may be asked for and not delivered yet. */
const MOST_REQUESTED = 100
/** Not after every event: too many requests on a stream are refused as well. */
const ASK_AGAIN_FROM = 50
/** Salesforce says something at least every 270 seconds; after this long nobody is there any more. */
const SILENCE_MS = 330_000

/** Schemas are told apart by a hash of their text, so they are fetched once and never change. */
export type HeaderReaders = Map<string, Promise<ReadHeader>>

export interface ReadStreamDeps {
  readonly service: PubsubService
  readonly readers: HeaderReaders
  readonly ownUserId: string | undefined
  readonly silenceMs?: number
}

/** Hands on what comes until aborted; throws one of our two errors when the stream ends otherwise. */
export async function readStream(deps: ReadStreamDeps, options: ListenOptions): Promise<void> {
  if (!(await deps.service.canSubscribe(options.channel))) throw notAllowed()
  const call = deps.service.subscribe()
  // The loop below hears of errors itself; one that comes before or after it would end the process.
  call.on('error', () => undefined)
  const stop = (): void => call.cancel()
  const watch = createWatch(deps.silenceMs ?? SILENCE_MS, stop)
  options.signal.addEventListener('abort', stop, { once: true })
  let coming = MOST_REQUESTED
  const ask = (request: FetchRequest): void => void call.write(request)
  try {
    if (options.signal.aborted) return
    ask({ topicName: options.channel, numRequested: MOST_REQUESTED, ...startOf(options.position) })
    for await (const answer of call) {
      watch.hear()
      const response = parse(answer)
      const batch = await batchOf(deps, response)
      if (batch.position !== '') await options.keep(batch)
      // Our own count: `pendingNumRequested` is as old as the answer it came with.
      coming -= response.events.length
      if (coming > ASK_AGAIN_FROM) continue
      ask({ numRequested: MOST_REQUESTED - coming })
      coming = MOST_REQUESTED
    }
    throw new TransientError('push-unavailable', 'The stream of changes was closed.')
  } catch (error) {
    if (options.signal.aborted) return
    throw pubsubFailure(error)
  } finally {
    watch.end()
    options.signal.removeEventListener('abort', stop)
    call.cancel()
  }
}

function startOf(position: string | undefined): Partial<FetchRequest> {
  if (position === undefined) return { replayPreset: 'LATEST' }
  return { replayPreset: 'CUSTOM', replayId: Buffer.from(position, 'base64') }
}

function parse(answer: unknown): FetchResponse {
  const parsed = FetchResponse.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new PermanentError('push-unexpected-answer', 'No events in the form Leadwell knows.')
}

async function batchOf(deps: ReadStreamDeps, response: FetchResponse): Promise<PushedChanges> {
  const headers: ChangeEventHeader[] = []
  for (const { event } of response.events) {
    const header = await readHeader(deps, event)
    if (header !== undefined) headers.push(header)
  }
  const hints = hintsOf(headers, deps.ownUserId)
  const isWhole = headers.length === response.events.length
  const position = response.events.at(-1)?.replayId ?? response.latestReplayId
  return { ...hints, poll: hints.poll || !isWhole, position: position.toString('base64') }
}

/** An event that cannot be read would come again for ever; a poll finds what it was about. */
async function readHeader(
  deps: ReadStreamDeps,
  { schemaId, payload }: FetchResponse['events'][number]['event'],
): Promise<ChangeEventHeader | undefined> {
  try {
    return (await readerOf(deps, schemaId))(payload)
  } catch (error) {
    if (error instanceof UnreadableEvent) return undefined
    throw error
  }
}

function readerOf({ readers, service }: ReadStreamDeps, schemaId: string): Promise<ReadHeader> {
  const known = readers.get(schemaId) ?? service.schemaJson(schemaId).then(createHeaderReader)
  readers.set(schemaId, known)
  known.catch(() => readers.delete(schemaId))
  return known
}

/** Calls `onSilence` when nothing was heard for a while. */
function createWatch(ms: number, onSilence: () => void): { hear(): void; end(): void } {
  let timer = setTimeout(onSilence, ms)
  return {
    hear: () => {
      clearTimeout(timer)
      timer = setTimeout(onSilence, ms)
    },
    end: () => clearTimeout(timer),
  }
}
