const DAY_MS = 86_400_000

/** Milliseconds until the day ends in a time zone, on the days the clock is moved too. */
export function msUntilMidnight(nowMs: number, timeZone: string): number {
  const clock = clockIn(timeZone)
  const leftMs = DAY_MS - passedMs(clock, nowMs)
  const there = passedMs(clock, nowMs + leftMs)
  // An hour was put in or taken out on the way: midnight is that much later or earlier.
  return there > DAY_MS / 2 ? leftMs + DAY_MS - there : leftMs - there
}

function passedMs(clock: Intl.DateTimeFormat, atMs: number): number {
  const parts = clock.formatToParts(atMs)
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0)
  return ((read('hour') * 60 + read('minute')) * 60 + read('second')) * 1_000 + (atMs % 1_000)
}

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const options = {
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone })
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
  }
}
