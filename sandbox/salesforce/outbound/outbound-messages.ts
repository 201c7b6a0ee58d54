import { makeId } from '../ids.ts'
import { type Org, USERS } from '../org.ts'
import type { RowChange } from '../records.ts'
import { toBatches } from './batches.ts'
import { deliver } from './deliver.ts'
import { type Notification, notificationEnvelope } from './notification-envelope.ts'

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

/** Listens to the org and gathers changes for a moment before it sends. */
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
    const url = target
    const groups = Object.keys(ACTIONS).map((name) => due.filter(({ object }) => object === name))
    for (const batch of toBatches(groups, random)) {
      const action = ACTIONS[batch[0]?.object ?? ''] ?? ''
      const delivered = await deliver(url, () => notificationEnvelope(org, action, batch))
      if (!delivered) waiting.push(...batch)
    }
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
