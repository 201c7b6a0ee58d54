import { fileURLToPath } from 'node:url'
import { Client, type ClientDuplexStream, Metadata } from '@grpc/grpc-js'
import { loadSync, type MethodDefinition } from '@grpc/proto-loader'
import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { Token } from '../auth/tokens.ts'
import type { Endpoint } from './endpoint.ts'
import { pubsubFailure } from './pubsub-errors.ts'

const PROTO = fileURLToPath(new URL('./pubsub_api.proto', import.meta.url))
const SERVICE = 'eventbus.v1.PubSub'
const UNARY_TIMEOUT_MS = 10_000

const Bytes = z.instanceof(Buffer)
export const FetchResponse = z.object({
  events: z.array(
    z.object({ event: z.object({ schemaId: z.string(), payload: Bytes }), replayId: Bytes }),
  ),
  latestReplayId: Bytes,
})
export type FetchResponse = z.infer<typeof FetchResponse>

const SchemaInfo = z.object({ schemaJson: z.string() })
const TopicInfo = z.object({ canSubscribe: z.boolean() })

export interface FetchRequest {
  readonly topicName?: string
  readonly replayPreset?: 'LATEST' | 'CUSTOM'
  readonly replayId?: Buffer
  readonly numRequested: number
}

/** The calls of the API with one access token. Errors are of our two kinds. */
export interface PubsubService {
  subscribe(): ClientDuplexStream<object, object>
  schemaJson(schemaId: string): Promise<string>
  canSubscribe(channel: string): Promise<boolean>
}

/** One connection for as long as it is used; close it afterwards. */
export function createPubsubClient({ target, credentials }: Endpoint): Client {
  return new Client(target, credentials)
}

/** `tenantId`: the organisation's id, 18 characters. */
export function createPubsubService(client: Client, token: Token, tenantId: string): PubsubService {
  const metadata = new Metadata()
  metadata.set('accesstoken', token.accessToken)
  metadata.set('instanceurl', token.instanceUrl)
  metadata.set('tenantid', tenantId)
  const ask = async <T extends z.ZodType>(name: string, request: object, answer: T) => {
    const parsed = answer.safeParse(await unary(client, method(name), request, metadata))
    if (parsed.success) return parsed.data
    throw new PermanentError('push-unexpected-answer', `No ${name} in the form Leadwell knows.`)
  }
  return {
    subscribe: () => {
      const { path, requestSerialize, responseDeserialize } = method('Subscribe')
      return client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, metadata)
    },
    schemaJson: async (schemaId) => (await ask('GetSchema', { schemaId }, SchemaInfo)).schemaJson,
    canSubscribe: async (topicName) =>
      (await ask('GetTopic', { topicName }, TopicInfo)).canSubscribe,
  }
}

function unary(
  client: Client,
  { path, requestSerialize, responseDeserialize }: MethodDefinition<object, object>,
  request: object,
  metadata: Metadata,
): Promise<unknown> {
  const options = { deadline: Date.now() + UNARY_TIMEOUT_MS }
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      metadata,
      options,
      (error, answer) => (error === null ? resolve(answer) : reject(pubsubFailure(error))),
    )
  })
}

let loaded: ReturnType<typeof loadSync> | undefined

function method(name: string): MethodDefinition<object, object> {
  // Replay ids are bytes and stay bytes: as a number they lose their last digits above 2^53.
  loaded ??= loadSync(PROTO, { defaults: true, longs: String, enums: String })
  const service = loaded[SERVICE]
  const found = service === undefined || 'format' in service ? undefined : service[name]
  if (found === undefined) throw new Error(`pubsub_api.proto has no ${name}`)
  return found
}
