export interface CacheDeps<Figures> {
  readonly gather: () => Promise<Figures>
  readonly now: () => number
  /** Resolves after so many ms. */
  readonly sleep: (ms: number) => Promise<void>
  readonly onTrouble: (error: unknown) => void
}

export interface CacheTimes {
  /** Younger figures are good enough. */
  readonly leastMs: number
  /** Gathering may take one part of the time in so many. */
  readonly share: number
  /** Who asks is given what there is after this wait. */
  readonly patienceMs: number
}

const TIMES: CacheTimes = { leastMs: 10_000, share: 20, patienceMs: 3_000 }

/**
 * Figures that cost the database little however often they are asked for: gathered once at a time, never
 * within ten seconds, and never for more than a twentieth of the time, so that a portal of millions is
 * counted as seldom as that is slow. A gathering that fails leaves the figures before it.
 */
export function createCachedFigures<Figures>(
  { gather, now, sleep, onTrouble }: CacheDeps<Figures>,
  { leastMs, share, patienceMs }: CacheTimes = TIMES,
): () => Promise<Figures | undefined> {
  let figures: Figures | undefined
  let running: Promise<void> | undefined
  let dueAt = -Infinity
  const renew = async (): Promise<void> => {
    const startedAt = now()
    try {
      figures = await gather()
    } catch (error) {
      onTrouble(error)
    } finally {
      dueAt = now() + Math.max(leastMs, (now() - startedAt) * share)
      running = undefined
    }
  }
  return async () => {
    if (now() >= dueAt) running ??= renew()
    if (running !== undefined) await Promise.race([running, sleep(patienceMs)])
    return figures
  }
}
