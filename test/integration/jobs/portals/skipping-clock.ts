import { setImmediate, setTimeout } from 'node:timers/promises'

/**
 * Simulated time that passes as ours while anybody works and jumps to the next wake-up when all wait. So
 * waiting costs nothing, and work counts as long as it takes: sped up, a millisecond of ours would count many.
 */
export interface SkippingClock {
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** Somebody works from here until what it returns is called. */
  readonly begin: () => () => void
  /** Nobody waits any longer: every sleep fails, those under way too. */
  stop(): Promise<void>
}

interface Sleeper {
  readonly at: number
  readonly wake: () => void
  readonly fail: (reason: Error) => void
}

/** `othersIdle`: whether nobody has work that did not say so by `begin`. */
export function createSkippingClock(
  startMs: number,
  othersIdle: () => Promise<boolean>,
): SkippingClock {
  const from = performance.now()
  const sleepers: Sleeper[] = []
  let skipped = 0
  let busy = 0
  let stopped = false
  const now = (): number => Math.round(startMs + skipped + performance.now() - from)

  const isWorking = (): boolean => busy > 0
  // Asked twice: somebody may have begun while the others were asked.
  const isIdle = async (): Promise<boolean> => !isWorking() && (await othersIdle()) && !isWorking()

  const moveOn = async (): Promise<void> => {
    while (!stopped) {
      if (wakeDue(sleepers, now())) {
        // Whoever woke says so before this goes on.
        await setImmediate()
      } else if (sleepers.length > 0 && (await isIdle())) {
        skipped += Math.max(0, Math.min(...sleepers.map(({ at }) => at)) - now())
      } else {
        await setTimeout(1)
      }
    }
  }
  const moving = moveOn()

  return {
    now,
    sleep: (ms) =>
      new Promise((wake, fail) => {
        if (stopped) fail(new Error('The clock was stopped.'))
        else sleepers.push({ at: now() + Math.max(0, ms), wake, fail })
      }),
    begin: () => {
      busy += 1
      return () => {
        busy -= 1
      }
    },
    stop: async () => {
      stopped = true
      for (const { fail } of sleepers.splice(0)) fail(new Error('The clock was stopped.'))
      await moving
    },
  }
}

function wakeDue(sleepers: Sleeper[], at: number): boolean {
  const due = sleepers.filter((sleeper) => sleeper.at <= at)
  if (due.length === 0) return false
  const left = sleepers.filter((sleeper) => sleeper.at > at)
  sleepers.splice(0, sleepers.length, ...left)
  for (const { wake } of due.toSorted((a, b) => a.at - b.at)) wake()
  return true
}
