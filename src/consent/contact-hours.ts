import type { OpenHours } from './contact-rules.ts'
import type { Place } from './quiet-hours.ts'
import { placesOf } from './quiet-hours.ts'
import { hoursAhead, type TimeZone } from './time-zones.ts'

/** Full hours of a 24-hour clock, such as `09:00`. */
interface Hours {
  readonly from: string
  readonly to: string
}

/**
 * When a person of a state may be called or texted, as a text that stays the same all year: Monday to
 * Friday at the top, `undefined` for a day of rest.
 */
export interface ContactHours extends Hours {
  /** Whose clock is meant. */
  readonly zone: TimeZone
  readonly saturday: Hours | undefined
  readonly sunday: Hours | undefined
  readonly restsOnHolidays: boolean
}

// Between the two changes of the clocks; the stricter of both halves of the year is told.
const SEASONS = [Date.UTC(2026, 0, 15, 12), Date.UTC(2026, 6, 15, 12)]
const written = new Map<string, ContactHours>()

export function contactHours(state: string | undefined): ContactHours {
  const places = placesOf(state)
  const key = new Set(places.map((place) => place.state)).size === 1 ? (places[0]?.state ?? '') : ''
  const known = written.get(key)
  if (known !== undefined) return known
  const hours = writeHours(places)
  written.set(key, hours)
  return hours
}

function writeHours(places: readonly Place[]): ContactHours {
  // Without a state the clock most people of the country live by.
  const single = new Set(places.map(({ state }) => state)).size === 1
  const zone = single ? (places[0]?.zone ?? 'eastern') : 'eastern'
  const common = (day: 'weekdays' | 'saturday' | 'sunday'): Hours | undefined =>
    commonHours(
      places.map((place) => ({ zone: place.zone, hours: place.rule[day] })),
      zone,
    )
  return {
    ...(common('weekdays') ?? { from: '00:00', to: '00:00' }),
    zone,
    saturday: common('saturday'),
    sunday: common('sunday'),
    restsOnHolidays: places.some(({ rule }) => rule.restsOnHolidays),
  }
}

/** The hours open in all of them, told by one clock. */
function commonHours(
  all: readonly { zone: TimeZone; hours: OpenHours | null }[],
  clock: TimeZone,
): Hours | undefined {
  const told = all.flatMap(({ zone, hours }) =>
    SEASONS.map((at) => shifted(hours, hoursAhead(clock, at) - hoursAhead(zone, at))),
  )
  const from = Math.max(...told.map((hours) => hours?.from ?? 24))
  const to = Math.min(...told.map((hours) => hours?.to ?? 0))
  return from < to ? { from: onClock(from), to: onClock(to) } : undefined
}

function shifted(hours: OpenHours | null, by: number): OpenHours | null {
  return hours === null ? null : { from: hours.from + by, to: hours.to + by }
}

function onClock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
