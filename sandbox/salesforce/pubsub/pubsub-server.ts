import { fileURLToPath } from 'node:url'
import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type sendUnaryData,
} from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { pubsubError } from './pubsub-error.ts'
import type { FetchRequest } from './subscription.ts'

const PROTO = fileURLToPath(
  new URL('../../../connectors/salesforce/pubsub/pubsub_api.proto', import.meta.url),
)
const RPC_ID = '0af3'

export interface ServerDeps {
  readonly checkSession: (metadata: Metadata) => void
  readonly subscribe: (call: ServerDuplexStream<FetchRequest, object>) => void
  readonly schemaJson: (schemaId: string) => string | undefined
  readonly canSubscribe: (topicName: string) => boolean
}

/** The gRPC side: the calls of the API, each only with a session. */
export function createServer(deps: ServerDeps): Server {
  const server = new Server()
  const unary =
    <T>(answer: (request: T) => object) =>
    (call: ServerUnaryCall<T, object>, reply: sendUnaryData<object>): void => {
      try {
        deps.checkSession(call.metadata)
        reply(null, { ...answer(call.request), rpcId: RPC_ID })
      } catch (error) {
        reply(error instanceof Error ? error : new Error('unknown'), null)
      }
    }
  server.addService(serviceDefinition(), {
    subscribe: deps.subscribe,
    getSchema: unary(({ schemaId }: { schemaId: string }) => {
      const schemaJson = deps.schemaJson(schemaId)
      if (schemaJson === undefined) throw pubsubError('schema.validation.failed')
      return { schemaJson, schemaId }
    }),
    getTopic: unary(({ topicName }: { topicName: string }) => {
      return { topicName, canPublish: false, canSubscribe: deps.canSubscribe(topicName) }
    }),
  })
  return server
}

function serviceDefinition() {
  const service = loadSync(PROTO, { defaults: true, longs: String, enums: String })[
    'eventbus.v1.PubSub'
  ]
  if (service === undefined || 'format' in service) throw new Error('no PubSub in the proto file')
  return service
}

/** Any free port of this machine. */
export function bind(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(`http://127.0.0.1:${port}`)
      else reject(error)
    })
  })
}
