/** The sandboxes' population is dated before this; epoch ms. */
const BEGINS_AT = Date.parse('2026-11-20T14:00:00Z')
/** Every decision of a run is taken at this instant, or two runs would never end alike; epoch ms. */
export const DECIDED_AT = BEGINS_AT + 6 * 3_600_000
/** Pauses before another try, leases and polls come round ten times as fast. */
const SPEED = 10

/** Time as CRMs, store and schedules see it, the same in every process; `startedAt` is epoch ms. */
export function clockSince(startedAt: () => number | undefined): () => number {
  return () => {
    const started = startedAt()
    return started === undefined ? BEGINS_AT : BEGINS_AT + (Date.now() - started) * SPEED
  }
}
