import { setTimeout as sleep } from 'node:timers/promises'
import { makeId } from '../ids.ts'
import { type Org, USERS } from '../org.ts'
import type { RowChange } from '../records.ts'
import { type Notification, notificationEnvelope } from './notification-envelope.ts'
import { postNotifications } from './post-notifications.ts'

const LARGEST_BATCH = 100
const ATTEMPTS = 4
const BACKOFF_MS = 25
const GATHER_MS = 200
/** SOAP API guide, "Outbound Messaging": undelivered messages are dropped after 24 hours. */
const KEPT_MS = 24 * 3_600_000

const ACTIONS: Readonly<Record<string, string>> = {
  Lead: makeId('04k', 1),
  Contact: makeId('04k', 2),
}

/** Tells one address that Leads and Contacts changed: at least once, in no particular order. */
export interface OutboundMessages {
  setTarget(url: string | undefined): void
  /** Sends what is waiting and resolves when it is acknowledged or given up for now. */
  flush(): Promise<void>
  close(): Promise<void>
}

interface Waiting extends Notification {
  readonly since: number
}

export function createOutboundMessages(deps: {
  readonly org: Org
  readonly random: () => number
  /** Tell of the integration user's own writes too. */
  readonly ofOwnWrites: boolean
}): OutboundMessages {
  const { org, random } = deps
  let target: string | undefined
  let waiting: Waiting[] = []
  let sequence = 0
  let timer: NodeJS.Timeout | undefined
  let sending: Promise<void> = Promise.resolve()

  org.onCommit((changes) => {
    if (target === undefined) return
    for (const change of changes) note(change)
    if (waiting.length > 0) timer ??= setTimeout(() => void flush(), GATHER_MS).unref()
  })

  function note([object, recordId, fields]: RowChange): void {
    if (ACTIONS[object] === undefined || fields === null) return
    const row = org.records.get(object, recordId)
    if (row === undefined || row['IsDeleted'] === true) return
    if (row['LastModifiedById'] === USERS.integration && !deps.ofOwnWrites) return
    sequence += 1
    waiting.push({ id: makeId('04l', sequence), object, recordId, since: org.now() })
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    sending = sending.then(send)
    return sending
  }

  async function send(): Promise<void> {
    const due = waiting.filter(({ since }) => org.now() - since < KEPT_MS)
    waiting = []
    if (target === undefined) return
    const batches = Object.keys(ACTIONS).flatMap((object) =>
      chunk(due.filter((notification) => notification.object === object)),
    )
    const repeated = batches.filter(() => random() < 0.1)
    for (const batch of shuffle([...batches, ...repeated], random)) {
      if (!(await deliver(target, batch))) waiting.push(...batch)
    }
  }

  async function deliver(url: string, batch: readonly Waiting[]): Promise<boolean> {
    const action = ACTIONS[batch[0]?.object ?? ''] ?? ''
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (attempt > 0) await sleep(BACKOFF_MS * 2 ** attempt)
      if (await postNotifications(url, notificationEnvelope(org, action, batch))) return true
    }
    return false
  }

  return {
    setTarget(url) {
      target = url
    },
    flush,
    async close() {
      target = undefined
      clearTimeout(timer)
      await sending
    },
  }
}

function chunk<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / LARGEST_BATCH)
  return Array.from({ length: count }, (_, at) =>
    items.slice(at * LARGEST_BATCH, (at + 1) * LARGEST_BATCH),
  )
}

function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item)
}
