/** A clock that jumps to the next wake-up as soon as everybody sleeps, so that minutes take seconds. */
export interface VirtualTime {
  now(): number
  sleep(ms: number): Promise<void>
  /** Runs the actors until all have ended. */
  run(actors: readonly (() => Promise<void>)[]): Promise<void>
}

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

export function createVirtualTime(startMs: number): VirtualTime {
  let at = startMs
  let awake = 0
  const sleepers: Sleeper[] = []
  const moveOn = (): void => {
    if (awake > 0) return
    const next = takeEarliest(sleepers)
    if (next === undefined) return
    at = Math.max(at, next.at)
    awake += 1
    next.wake()
  }
  const rest = (): void => {
    awake -= 1
    moveOn()
  }
  return {
    now: () => at,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ at: at + Math.max(0, ms), wake })
        rest()
      }),
    run: async (actors) => {
      awake += actors.length
      await Promise.all(actors.map((actor) => actor().finally(rest)))
    },
  }
}

function takeEarliest(sleepers: Sleeper[]): Sleeper | undefined {
  let earliest = 0
  for (const [index, { at }] of sleepers.entries()) {
    if (at < (sleepers[earliest]?.at ?? Infinity)) earliest = index
  }
  return sleepers.splice(earliest, 1)[0]
}
