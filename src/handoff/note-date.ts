const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `12 Nov 2026` in UTC: absolute, so that a note stays the same until something happens. */
export function noteDate(at: number): string {
  const date = new Date(at)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** `within 30 minutes`, `within 4 hours`, `within 2 days`; the largest unit that divides the time. */
export function withinWords(minutes: number): string {
  if (minutes % 1_440 === 0) return `within ${count(minutes / 1_440, 'day')}`
  if (minutes % 60 === 0) return `within ${count(minutes / 60, 'hour')}`
  return `within ${count(minutes, 'minute')}`
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}
