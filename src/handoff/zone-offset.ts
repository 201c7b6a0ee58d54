// Two changes of the clocks are never as close as this, so that each span has one at most.
const SPAN_MS = 28 * 86_400_000
const SECOND_MS = 1_000

/** A span of time in a zone: how far its clocks are ahead of UTC until they turn, and from then on. */
interface Span {
  /** Epoch ms; Infinity where they do not. */
  readonly turnAt: number
  readonly beforeMs: number
  readonly afterMs: number
}

interface Zone {
  readonly read: (at: number) => number
  readonly spans: Map<number, Span>
}

const ZONES = new Map<string, Zone>()

/**
 * By how many milliseconds the clocks of a zone, by its IANA name, are ahead of UTC; 0 for a name nobody
 * knows. Intl is asked once for every four weeks of a zone: it takes longer than a whole line of a note.
 */
export function zoneOffset(name: string, at: number): number {
  if (name === 'UTC') return 0
  const zone = zoneOf(name)
  const place = Math.floor(at / SPAN_MS)
  const span = zone.spans.get(place) ?? readSpan(zone, place)
  return at < span.turnAt ? span.beforeMs : span.afterMs
}

function zoneOf(name: string): Zone {
  const known = ZONES.get(name)
  if (known !== undefined) return known
  const zone = { read: offsetReader(name), spans: new Map<number, Span>() }
  ZONES.set(name, zone)
  return zone
}

function readSpan({ read, spans }: Zone, place: number): Span {
  let [early, late] = [place * SPAN_MS, (place + 1) * SPAN_MS]
  const [beforeMs, afterMs] = [read(early), read(late)]
  const turns = beforeMs !== afterMs
  while (turns && late - early > SECOND_MS) {
    const middle = Math.floor((early + late) / 2 / SECOND_MS) * SECOND_MS
    if (read(middle) === beforeMs) early = middle
    else late = middle
  }
  const span = { turnAt: turns ? late : Infinity, beforeMs, afterMs }
  spans.set(place, span)
  return span
}

const GMT = /^GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/

function offsetReader(zone: string): (at: number) => number {
  const format = formatFor(zone)
  if (format === undefined) return () => 0
  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours, minutes, seconds] = GMT.exec(name) ?? []
    const ms =
      ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1_000
    return sign === '-' ? -ms : ms
  }
}

function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    return undefined
  }
}
