/** Asks at most once in `everyMs`: the first time at once, what comes meanwhile together at the end. */
export interface SparingAsker {
  ask(): void
  /** What is still waiting is dropped. */
  end(): void
}

export function createSparingAsker(work: () => void, everyMs: number): SparingAsker {
  let timer: NodeJS.Timeout | undefined
  let again = false
  const run = (): void => {
    again = false
    work()
    timer = setTimeout(() => {
      timer = undefined
      if (again) run()
    }, everyMs)
    timer.unref()
  }
  return {
    ask: () => {
      if (timer === undefined) run()
      else again = true
    },
    end: () => clearTimeout(timer),
  }
}
