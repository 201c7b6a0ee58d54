import type { WallClock } from './time-zones.ts'

type Day = Pick<WallClock, 'year' | 'month' | 'day'>
/** Days since 1970, so that days can be compared and moved. */
type DayNumber = number

interface Holiday {
  readonly dayIn: (year: number) => DayNumber | undefined
  /** States that keep it besides the federal ones; absent means everywhere. */
  readonly states?: readonly string[]
}

const DAY_MS = 86_400_000
const [SUNDAY, MONDAY, THURSDAY, SATURDAY] = [0, 1, 4, 6]

const numberOf = (year: number, month: number, day: number): DayNumber =>
  Date.UTC(year, month - 1, day) / DAY_MS
const weekdayOf = (day: DayNumber): number => new Date(day * DAY_MS).getUTCDay()

/** A holiday on a weekend is kept on that day and on the working day next to it. */
const fixed = (month: number, day: number) => (year: number) => numberOf(year, month, day)

const nth = (n: number, weekday: number, month: number) => (year: number) => {
  const first = numberOf(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7
}

const lastMondayOfMay = (year: number): DayNumber => {
  const last = numberOf(year, 5, 31)
  return last - ((weekdayOf(last) - MONDAY + 7) % 7)
}

const thanksgiving = nth(4, THURSDAY, 11)
const electionDay = (year: number): DayNumber | undefined =>
  year % 2 === 0 ? nth(1, MONDAY, 11)(year) + 1 : undefined

/** Gregorian Easter after Meeus, Astronomical Algorithms. */
function easter(year: number): DayNumber {
  const a = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const shift = Math.floor((8 * century + 13) / 25)
  const h = (19 * a + century - Math.floor(century / 4) - shift + 15) % 30
  const m = Math.floor((a + 11 * h) / 319)
  const leap = 2 * (century % 4) + 2 * Math.floor(inCentury / 4)
  const weekday = (leap - (inCentury % 4) - h + m + 32) % 7
  const month = Math.floor((h - m + weekday + 90) / 25)
  return numberOf(year, month, (h - m + weekday + month + 19) % 32)
}

/**
 * Federal holidays, 5 U.S.C. 6103(a), and what the states that rest on holidays add. A day a governor
 * proclaims cannot be known here.
 */
const HOLIDAYS: readonly Holiday[] = [
  { dayIn: fixed(1, 1) },
  { dayIn: nth(3, MONDAY, 1) },
  { dayIn: nth(3, MONDAY, 2) },
  { dayIn: lastMondayOfMay },
  { dayIn: fixed(6, 19) },
  { dayIn: fixed(7, 4) },
  { dayIn: nth(1, MONDAY, 9) },
  { dayIn: nth(2, MONDAY, 10) },
  { dayIn: fixed(11, 11) },
  { dayIn: thanksgiving },
  { dayIn: fixed(12, 25) },
  { dayIn: fixed(1, 8), states: ['LA'] },
  { dayIn: fixed(1, 19), states: ['LA'] },
  { dayIn: (year) => easter(year) - 47, states: ['AL', 'LA'] },
  { dayIn: (year) => easter(year) - 2, states: ['LA', 'PA'] },
  { dayIn: nth(4, MONDAY, 4), states: ['AL'] },
  { dayIn: fixed(5, 4), states: ['RI'] },
  { dayIn: nth(1, MONDAY, 6), states: ['AL'] },
  { dayIn: fixed(6, 3), states: ['LA'] },
  { dayIn: fixed(6, 14), states: ['PA'] },
  { dayIn: fixed(7, 24), states: ['UT'] },
  { dayIn: nth(2, MONDAY, 8), states: ['RI'] },
  { dayIn: fixed(8, 30), states: ['LA'] },
  { dayIn: fixed(11, 1), states: ['LA'] },
  { dayIn: electionDay, states: ['LA', 'PA', 'RI'] },
  { dayIn: (year) => thanksgiving(year) + 1, states: ['LA', 'PA'] },
]

export function isLegalHoliday(state: string, { year, month, day }: Day): boolean {
  const today = numberOf(year, month, day)
  // The first of January may be kept on the last day of the year before.
  return HOLIDAYS.filter(({ states }) => states?.includes(state) ?? true).some(({ dayIn }) =>
    [year, year + 1].some((inYear) => keptOn(dayIn(inYear)).includes(today)),
  )
}

function keptOn(day: DayNumber | undefined): readonly DayNumber[] {
  if (day === undefined) return []
  if (weekdayOf(day) === SATURDAY) return [day, day - 1]
  return weekdayOf(day) === SUNDAY ? [day, day + 1] : [day]
}
