import { setTimeout } from 'node:timers/promises'

/** Simulated time that goes many times as fast as ours, waits included. */
export interface FastClock {
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** Jumps ahead. */
  readonly skip: (ms: number) => void
  /** From here on as fast as ours, so that nothing falls due while somebody compares. */
  readonly slow: () => void
}

export function createFastClock(startMs: number, speed: number): FastClock {
  let base = startMs
  let since = performance.now()
  let rate = speed
  const now = (): number => Math.round(base + (performance.now() - since) * rate)
  return {
    now,
    sleep: async (ms) => {
      await setTimeout(Math.ceil(ms / rate))
    },
    skip: (ms) => {
      base += ms
    },
    slow: () => {
      base = now()
      since = performance.now()
      rate = 1
    },
  }
}
