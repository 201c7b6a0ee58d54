/** The time zones of the states and territories. */
const TIME_ZONES = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  arizona: 'America/Phoenix',
  pacific: 'America/Los_Angeles',
  alaska: 'America/Anchorage',
  aleutian: 'America/Adak',
  hawaii: 'Pacific/Honolulu',
  atlantic: 'America/Puerto_Rico',
  chamorro: 'Pacific/Guam',
  samoa: 'Pacific/Pago_Pago',
} as const
export type TimeZone = keyof typeof TIME_ZONES

/** What a clock on the wall shows; `weekday` 0 is Sunday, `month` 1 is January. */
export interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly weekday: number
}

const FORMATS = new Map<TimeZone, Intl.DateTimeFormat>()

/** Daylight saving time included. */
export function wallClock(zone: TimeZone, at: number): WallClock {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  const [year, month, day] = [number('year'), number('month'), number('day')]
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return { year, month, day, hour: number('hour'), weekday }
}

/** By how many hours the clocks of a zone are ahead of UTC. */
export function hoursAhead(zone: TimeZone, at: number): number {
  const { year, month, day, hour } = wallClock(zone, at)
  return Math.round((Date.UTC(year, month - 1, day, hour) - at) / 3_600_000)
}

function formatOf(zone: TimeZone): Intl.DateTimeFormat {
  const known = FORMATS.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: TIME_ZONES[zone],
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
  })
  FORMATS.set(zone, format)
  return format
}
