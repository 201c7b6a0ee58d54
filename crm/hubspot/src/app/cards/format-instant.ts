/** How the person at the screen reads dates; HubSpot knows both, but promises neither. */
export interface Reader {
  readonly locale?: string | undefined
  readonly timeZone?: string | undefined
}

const STYLE = { dateStyle: 'medium', timeStyle: 'short' } as const

/** A date and time as the reader writes it; in UTC, and said so, when the time zone is not known. */
export function formatInstant(at: number, { locale, timeZone }: Reader): string {
  try {
    const zone = timeZone === undefined || timeZone === '' ? undefined : timeZone
    const text = new Intl.DateTimeFormat(locale, { ...STYLE, timeZone: zone ?? 'UTC' }).format(at)
    return zone === undefined ? `${text} UTC` : text
  } catch {
    return `${new Intl.DateTimeFormat('en-US', { ...STYLE, timeZone: 'UTC' }).format(at)} UTC`
  }
}
