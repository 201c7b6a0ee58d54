const DAY_MS = 86_400_000

export interface DateRange {
  /** First instant inside, epoch ms. */
  readonly from: number
  /** First instant after it. */
  readonly until: number
}

/** What a date literal covers (SOQL Reference, "Date Formats and Date Literals"), in days of UTC. */
export function dateRange(name: string, count: number, now: number): DateRange {
  const today = Math.floor(now / DAY_MS) * DAY_MS
  const days = (first: number, after: number): DateRange => ({
    from: today + first * DAY_MS,
    until: today + after * DAY_MS,
  })
  switch (name) {
    case 'YESTERDAY':
      return days(-1, 0)
    case 'TOMORROW':
      return days(1, 2)
    case 'LAST_N_DAYS':
      return days(-count, 1)
    case 'NEXT_N_DAYS':
      return days(1, count + 1)
    case 'N_DAYS_AGO':
      return days(-count, 1 - count)
    default:
      return days(0, 1)
  }
}
