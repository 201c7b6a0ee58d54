import type { JobQueue } from './queue.ts'

/** Everything that happens by the clock, in one place. */
const SCHEDULES = [
  { name: 'sweep', everyMs: 5_000 },
  { name: 'poll-portals', everyMs: 60_000 },
  { name: 'retention', everyMs: 24 * 3_600_000 },
  // Each portal has its time of the day; these only look whose has come.
  { name: 'reconcile', everyMs: 600_000 },
  { name: 'drift', everyMs: 600_000 },
] as const

const KEEP_EVERY_MS = 30_000

/**
 * Declares the schedules now and again every 30 s, so that they come back after Redis was wiped.
 * Returns what stops declaring them; the schedules themselves stay for other processes.
 */
export async function keepSchedules(
  queue: JobQueue,
  onTrouble: (error: unknown) => void,
): Promise<() => void> {
  const declare = async (): Promise<void> => {
    for (const { name, everyMs } of SCHEDULES) await queue.repeat(name, everyMs)
  }
  await declare()
  const timer = setInterval(() => void declare().catch(onTrouble), KEEP_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
