// What a CRM of ours can hold lies between these; epoch seconds and other slips fall outside.
const EARLIEST = Date.UTC(1990, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))?$/i
const EPOCH_MS = /^\d{12,13}$/

/**
 * Epoch milliseconds of a date as CRMs send it: epoch ms, its digits, or ISO 8601 (also Salesforce's
 * `+0000`). A day without time is its noon in UTC, so that no time zone moves it to another day; a
 * time without zone is UTC.
 */
export function codeDate(raw: unknown): number | undefined {
  const at = typeof raw === 'string' ? fromText(raw.trim()) : raw
  if (typeof at !== 'number' || !Number.isFinite(at)) return undefined
  return at >= EARLIEST && at < LATEST ? Math.trunc(at) : undefined
}

function fromText(text: string): number | undefined {
  if (EPOCH_MS.test(text)) return Number(text)
  const day = DAY.exec(text)
  if (day !== null) return calendar(day, 12 * 3_600_000)
  const instant = INSTANT.exec(text)
  return instant === null ? undefined : calendar(instant, timeOf(instant))
}

/** `undefined` for days no calendar has, which `Date.UTC` would roll over. */
function calendar(match: RegExpExecArray, timeMs: number | undefined): number | undefined {
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const midnight = Date.UTC(year, month - 1, day)
  const back = new Date(midnight)
  const exists = back.getUTCMonth() === month - 1 && back.getUTCDate() === day
  return exists && timeMs !== undefined ? midnight + timeMs : undefined
}

function timeOf(match: RegExpExecArray): number | undefined {
  const [hours, minutes, seconds] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined
  const fraction = Math.trunc(Number(`0.${match[7] ?? '0'}`) * 1_000)
  const offset = Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)
  const sign = match[8] === '-' ? -1 : 1
  return ((hours * 60 + minutes - sign * offset) * 60 + seconds) * 1_000 + fraction
}
