import { PermanentError } from '#src/errors.ts'
import { pubsubError } from './pubsub-error.ts'
import type { Channel } from './subscription.ts'

/** Change Data Capture guide, "Change Data Capture Allocations": objects selected over all channels. */
const MOST_ENTITIES = 5

/** The org's channels and whether the integration user may watch them. */
export interface Channels {
  /** Throws PermanentError `too-many-entities` beyond the org's five. */
  add(channel: Channel): void
  /** Throws as Subscribe does. */
  toWatch(name: string): Channel
  /** Throws as GetTopic does. */
  canSubscribe(name: string): boolean
  /** Whether changes of an object make events at all. */
  selects(entity: string): boolean
  setMayWatch(mayWatch: boolean): void
}

export function createChannels(): Channels {
  const channels = new Map<string, Channel>()
  let mayWatch = true
  const selected = (): Set<string> => new Set([...channels.values()].flatMap((one) => one.entities))
  const find = (name: string): Channel => {
    const channel = channels.get(name)
    if (channel === undefined) throw pubsubError('topic.not.found')
    return channel
  }
  return {
    add: (channel) => {
      channels.set(channel.name, channel)
      if (selected().size > MOST_ENTITIES) {
        throw new PermanentError('too-many-entities', `more than ${MOST_ENTITIES} objects`)
      }
    },
    toWatch: (name) => {
      if (!mayWatch) throw pubsubError('subscription.topic.cannot.subscribe')
      return find(name)
    },
    canSubscribe: (name) => find(name).name === name && mayWatch,
    selects: (entity) => selected().has(entity),
    setMayWatch: (may) => {
      mayWatch = may
    },
  }
}
