import type { Channel } from '../ports.ts'
import type { ContactRule, OpenHours } from './contact-rules.ts'
import { FEDERAL_RULE, STATE_RULES } from './contact-rules.ts'
import { isLegalHoliday } from './legal-holidays.ts'
import { STATE_ZONES, TERRITORY_ZONE } from './state-zones.ts'
import type { TimeZone, WallClock } from './time-zones.ts'
import { wallClock } from './time-zones.ts'

/** One zone of one state with the rule that holds there. */
export interface Place {
  readonly state: string
  readonly zone: TimeZone
  readonly rule: ContactRule
}

const HOUR_MS = 3_600_000
// More than the hours of a day for every state, so that a batch scored at one time finds its answers.
const MOST_REMEMBERED = 4_096

/** A text message counts as a call; an email wakes nobody. */
const RESTS: Readonly<Record<Channel, boolean>> = { phone: true, sms: true, email: false }

/**
 * Everywhere somebody may be of whom no state is known. Pacific territories are left out: with them no
 * hour of the day would be left in which one may call.
 */
const ANYWHERE: readonly Place[] = [...STATE_ZONES].flatMap(([state, zones]) =>
  placesIn(state, zones),
)

const openings = new Map<string, number>()

/** When this channel may be used again; `undefined` when it may be used at `at`. Times are epoch ms. */
export function quietUntil(
  channel: Channel,
  state: string | undefined,
  at: number,
): number | undefined {
  if (!RESTS[channel]) return undefined
  const opening = nextOpening(state, at)
  return opening > at ? opening : undefined
}

/** The earliest instant from `at` on at which a person of the state may be called; epoch ms. */
export function nextOpening(state: string | undefined, at: number): number {
  // All zones differ by full hours and open at full hours, so within an hour nothing changes.
  const thisHour = Math.floor(at / HOUR_MS) * HOUR_MS
  const opening = openingFrom(state?.toUpperCase() ?? '', thisHour)
  return Math.max(opening, at)
}

/** Where somebody of this state may be: in any of its zones, without a known state anywhere. */
export function placesOf(state: string | undefined): readonly Place[] {
  const code = state?.toUpperCase() ?? ''
  const zones = STATE_ZONES.get(code) ?? TERRITORY_ZONE.get(code)
  return zones === undefined ? ANYWHERE : placesIn(code, zones)
}

function openingFrom(state: string, hour: number): number {
  const key = `${state} ${hour}`
  const known = openings.get(key)
  if (known !== undefined) return known
  const places = placesOf(state)
  let opening = hour
  while (!places.every((place) => isOpen(place, opening))) opening += HOUR_MS
  if (openings.size >= MOST_REMEMBERED) openings.clear()
  openings.set(key, opening)
  return opening
}

function isOpen({ state, zone, rule }: Place, at: number): boolean {
  const clock = wallClock(zone, at)
  const hours = hoursOn(rule, clock)
  if (hours === null || clock.hour < hours.from || clock.hour >= hours.to) return false
  return !rule.restsOnHolidays || !isLegalHoliday(state, clock)
}

function hoursOn(rule: ContactRule, { weekday }: WallClock): OpenHours | null {
  if (weekday === 0) return rule.sunday
  return weekday === 6 ? rule.saturday : rule.weekdays
}

function placesIn(state: string, zones: readonly TimeZone[]): readonly Place[] {
  return zones.map((zone) => ({ state, zone, rule: STATE_RULES[state] ?? FEDERAL_RULE }))
}
