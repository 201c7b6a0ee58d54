import type { Metadata } from '@grpc/grpc-js'
import type { Sessions } from '../oauth/sessions.ts'
import type { Org } from '../org.ts'
import { changeHeaders } from './change-headers.ts'
import { createChannels } from './channels.ts'
import { type ChangeHeader, createEventBus } from './event-bus.ts'
import { createEventSchemas } from './event-schemas.ts'
import { type PubsubCode, pubsubError } from './pubsub-error.ts'
import { bind, createServer } from './pubsub-server.ts'
import { createStreams } from './streams.ts'
import type { Channel } from './subscription.ts'

interface PubsubDeps {
  readonly org: Org
  readonly sessions: Sessions
}

/** The org's Pub/Sub API: gRPC on a port of its own, fed by every change of a selected object. */
export interface PubsubSandbox {
  /** Starts on any free port; the address is plain `http://127.0.0.1:…`. */
  listen(): Promise<string>
  /** Throws PermanentError `too-many-entities` beyond the org's five. */
  addChannel(channel: Channel): void
  /** An event nobody's edit makes: a gap, an overflow, a wildcard. */
  publish(
    header: Pick<ChangeHeader, 'entityName' | 'recordIds' | 'changeType' | 'commitUser'>,
  ): void
  /** What Salesforce does at least every 270 seconds. */
  keepAlive(): void
  /** Ends the streams there are. */
  cut(code: PubsubCode): void
  /** The next stream ends like this as soon as it is opened. */
  failNext(code: PubsubCode): void
  /** Whether the integration user has "View All Data". */
  setMayWatch(mayWatch: boolean): void
  /** Deliveries left of the day. */
  setAllowance(events: number): void
  /** The org moves to another instance. */
  reset(): void
  /** Events delivered, streams ever opened, streams open now, schemas asked for. */
  counts(): { delivered: number; opened: number; open: number; schemas: number }
  close(): void
}

export function createPubsub({ org, sessions }: PubsubDeps): PubsubSandbox {
  const bus = createEventBus(org.now)
  const schemas = createEventSchemas(org.schema)
  const channels = createChannels()
  const checkSession = (metadata: Metadata): void => checkHeaders({ org, sessions }, metadata)
  const streams = createStreams({
    bus,
    schemas,
    channel: (name) => channels.toWatch(name),
    checkSession,
  })
  let schemasAsked = 0

  const server = createServer({
    checkSession,
    subscribe: (call) => streams.open(call),
    schemaJson: (schemaId) => {
      schemasAsked += 1
      return schemas.schemaJson(schemaId)
    },
    canSubscribe: (name) => channels.canSubscribe(name),
  })
  org.onCommit((changes) => {
    const told = changes.filter(([object]) => channels.selects(object))
    for (const header of changeHeaders(org, told)) bus.publish(header)
  })
  bus.onPublish(() => streams.toAll((one) => one.deliver()))

  return {
    listen: () => bind(server),
    addChannel: (channel) => channels.add(channel),
    publish: (header) => bus.publish({ ...header, changed: [], values: {} }),
    keepAlive: () => streams.toAll((one) => one.keepAlive()),
    cut: (code) => streams.cut(code),
    failNext: (code) => streams.failNext(code),
    setMayWatch: (mayWatch) => channels.setMayWatch(mayWatch),
    setAllowance: (events) => streams.setAllowance(events),
    reset: () => bus.reset(),
    counts: () => ({ ...streams.counts(), schemas: schemasAsked }),
    close: () => server.forceShutdown(),
  }
}

/** As the metadata headers of every call must be (Pub/Sub API guide, "Supported Authentication"). */
function checkHeaders({ org, sessions }: PubsubDeps, metadata: Metadata): void {
  const [token = '', instance = '', tenant = ''] = ['accesstoken', 'instanceurl', 'tenantid'].map(
    (name) => String(metadata.get(name)[0] ?? ''),
  )
  if (tenant !== org.id || !URL.canParse(instance))
    throw pubsubError('service.auth.headers.invalid')
  if (sessions.userOf(token) === undefined) throw pubsubError('service.auth.error')
}
