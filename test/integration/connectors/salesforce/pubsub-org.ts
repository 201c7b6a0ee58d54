import { z } from 'zod'
import { createTokens } from '#connectors/salesforce/auth/tokens.ts'
import { createPushSource } from '#connectors/salesforce/pubsub/push-source.ts'
import { USERS } from '#sandbox/salesforce/org.ts'
import type { PubsubSandbox } from '#sandbox/salesforce/pubsub/create-pubsub.ts'
import type { ChangeStream, PushedChanges } from '#src/connector-port.ts'
import { errorCode } from '#src/errors.ts'
import { startOrg, type TestOrg } from './org.ts'

export const CHANNEL = '/data/Leadwell__chn'

export interface PushOrg {
  readonly org: TestOrg
  readonly pubsub: PubsubSandbox
  readonly source: ChangeStream
  /** A record of an object, the n-th. */
  id(object: string, place?: number): Promise<string>
  listen(position?: string, keep?: (batch: PushedChanges) => Promise<void>): Heard
  close(): Promise<void>
}

/** One run of the source and what came of it. */
interface Heard {
  readonly batches: PushedChanges[]
  readonly ids: () => string[]
  /** The code it ended with, `undefined` for an end that was asked for. */
  readonly ended: Promise<string | undefined>
  stop(): Promise<void>
}

export async function startPushOrg(options: { silenceMs?: number } = {}): Promise<PushOrg> {
  const org = await startOrg(40)
  const { pubsub } = org.sandbox
  const pubsubUrl = await pubsub.listen()
  pubsub.addChannel({
    name: CHANNEL,
    entities: ['Lead', 'Contact', 'Account', 'Task', 'CampaignMember'],
  })
  const source = createPushSource({ ...org.deps, pubsubUrl, ...options })
  return {
    org,
    pubsub,
    source,
    id: async (object, place = 0) => (await idsOf(org, object))[place] ?? '',
    listen: (position, keep) => listen(source, position, keep),
    close: () => org.close(),
  }
}

/** By the REST API itself, so that these tests stand on nothing but the stream. */
async function idsOf({ deps, url }: TestOrg, object: string): Promise<readonly string[]> {
  const { accessToken } = await createTokens(deps).current()
  const soql = encodeURIComponent(`SELECT Id FROM ${object} ORDER BY Id LIMIT 10`)
  const response = await fetch(`${url}/services/data/v67.0/query?q=${soql}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  const Answer = z.object({ records: z.array(z.object({ Id: z.string() })) })
  return Answer.parse(await response.json()).records.map(({ Id }) => Id)
}

function listen(
  source: ChangeStream,
  position: string | undefined,
  keep: (batch: PushedChanges) => Promise<void> = async () => undefined,
): Heard {
  const batches: PushedChanges[] = []
  const stopping = new AbortController()
  const ended = source
    .listen({
      channel: CHANNEL,
      position,
      signal: stopping.signal,
      keep: async (batch) => {
        await keep(batch)
        batches.push(batch)
      },
    })
    .then(() => undefined, errorCode)
  return {
    batches,
    ids: () => batches.flatMap(({ refs }) => refs.map(({ id }) => id)),
    ended,
    stop: async () => {
      stopping.abort()
      await ended
    },
  }
}

/** What the integration user itself did, as it comes over the stream. */
export const OWN = USERS.integration
export const SOMEBODY = USERS.rep
