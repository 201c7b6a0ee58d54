const DAY_MS = 86_400_000

/**
 * Milliseconds until the day ends in a time zone. On the two days a year when the clock is moved it may
 * be an hour off, which costs one more refused call at worst.
 */
export function msUntilMidnight(nowMs: number, timeZone: string): number {
  const parts = clockIn(timeZone).formatToParts(nowMs)
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0)
  const passed = ((read('hour') * 60 + read('minute')) * 60 + read('second')) * 1_000
  return DAY_MS - passed - (nowMs % 1_000)
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
