import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { ChangeStream, ListenOptions } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import { readUserId } from '../auth/identity.ts'
import { createTokens, type Token } from '../auth/tokens.ts'
import { tokenRefused } from '../transport/errors.ts'
import { createTransport } from '../transport/transport.ts'
import { endpointOf, PUBSUB_URL } from './endpoint.ts'
import { SESSION_ENDED } from './pubsub-errors.ts'
import { createPubsubClient, createPubsubService } from './pubsub-service.ts'
import { type HeaderReaders, readStream } from './read-stream.ts'

export interface PushSourceDeps extends ConnectorDeps {
  /** Where the Pub/Sub API answers, when not where Salesforce says. */
  readonly pubsubUrl?: string | undefined
  /** How long a stream may be silent; for tests. */
  readonly silenceMs?: number
}

/**
 * The stream of changes of one organisation. A token that is not taken is renewed once. Besides a lost
 * position, listening throws TransientError `push-limit-reached` when the day's deliveries are used up,
 * others for "come back later", and PermanentErrors where a person has to act.
 */
export function createPushSource(deps: PushSourceDeps): ChangeStream {
  const endpoint = endpointOf(deps.pubsubUrl ?? PUBSUB_URL)
  const tenantId = deps.portal.id.replace(/^salesforce:/, '')
  const tokens = createTokens(deps)
  const transport = createTransport({ ...deps, tokens })
  const readers: HeaderReaders = new Map()
  let ownUserId: Promise<string | undefined> | undefined

  const whoAmI = (): Promise<string | undefined> => {
    ownUserId ??= readUserId(transport)
    ownUserId.catch(() => (ownUserId = undefined))
    return ownUserId
  }
  const listenAs = async (token: Token, options: ListenOptions): Promise<void> => {
    const client = createPubsubClient(endpoint)
    try {
      const service = createPubsubService(client, token, tenantId)
      const { silenceMs } = deps
      const ids = { ownUserId: await whoAmI(), ...(silenceMs === undefined ? {} : { silenceMs }) }
      await readStream({ service, readers, ...ids }, options)
    } finally {
      client.close()
    }
  }
  return {
    listen: async (options) => {
      let { position } = options
      let token = await transport.token()
      for (let refused = 0; ; refused += 1) {
        const keep: ListenOptions['keep'] = async (batch) => {
          await options.keep(batch)
          position = batch.position
          refused = 0
        }
        try {
          return await listenAs(token, { ...options, position, keep })
        } catch (error) {
          if (!isSessionEnded(error)) throw error
          if (refused > 0) throw tokenRefused('Subscribe')
        }
        // A token lives for hours and a stream for days: the end of a session is no trouble.
        token = await tokens.renew(token)
      }
    },
  }
}

function isSessionEnded(error: unknown): boolean {
  return error instanceof PermanentError && error.code === SESSION_ENDED
}
