/** What a change event says of itself (Change Data Capture guide, "ChangeEventHeader Fields"). */
export interface ChangeHeader {
  readonly entityName: string
  readonly recordIds: readonly string[]
  readonly changeType: string
  readonly commitUser: string
  /** Names of the fields that changed. */
  readonly changed: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
}

export interface BusEvent extends ChangeHeader {
  readonly position: bigint
  readonly at: number
}

/** Events of one org, kept for 72 hours (Pub/Sub API guide, "Event Message Durability"). */
export interface EventBus {
  publish(header: ChangeHeader): void
  /** In order, behind a position. */
  after(position: bigint): readonly BusEvent[]
  /** The end of the stream. */
  latest(): bigint
  /** The end of what is not kept any more. */
  earliest(): bigint
  /** Whether a subscription may go on from here. */
  knows(position: bigint): boolean
  /** What a move to another instance does: no earlier position means anything any more. */
  reset(): void
  onPublish(listener: () => void): void
}

const KEPT_MS = 72 * 3_600_000
/** Above 2^53, so that whoever takes a replay id for a number is found out. */
const FIRST = 2n ** 60n + 1n
/** Replay ids are not contiguous. */
const GAP = 3n

export function createEventBus(now: () => number): EventBus {
  const listeners: (() => void)[] = []
  let events: BusEvent[] = []
  let issued = new Map<bigint, number>([[FIRST, now()]])
  let last = FIRST

  const isKept = (at: number): boolean => now() - at < KEPT_MS
  const kept = (): readonly BusEvent[] => {
    events = events.filter(({ at }) => isKept(at))
    return events
  }
  return {
    publish: (header) => {
      last += GAP
      issued.set(last, now())
      events.push({ ...header, position: last, at: now() })
      for (const listener of listeners) listener()
    },
    after: (position) => kept().filter((event) => event.position > position),
    latest: () => last,
    earliest: () => (kept()[0]?.position ?? last + 1n) - 1n,
    // Keepalives renew the id at the end of a quiet stream.
    knows: (position) => position === last || isKept(issued.get(position) ?? -Infinity),
    reset: () => {
      events = []
      last += 1000n * GAP
      issued = new Map([[last, now()]])
    },
    onPublish: (listener) => void listeners.push(listener),
  }
}

export function toReplayId(position: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(position)
  return bytes
}

export function fromReplayId(bytes: Buffer): bigint | undefined {
  return bytes.length === 8 ? bytes.readBigUInt64BE() : undefined
}
