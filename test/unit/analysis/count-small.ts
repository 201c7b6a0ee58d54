import { isSafeCount } from '#src/calibration/small-cells.ts'

const COUNTS = new Set(['won', 'notWon', 'open', 'records', 'count', 'of', 'tooYoung'])

/** Every count in a result that is of one to ten records, with where it stands; rates' rests too. */
export function smallCounts(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => smallCounts(one, `${path}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const found = entries.flatMap(([name, one]) =>
    COUNTS.has(name) && typeof one === 'number' && !isSafeCount(one)
      ? [`${path}.${name}: ${one}`]
      : smallCounts(one, `${path}.${name}`),
  )
  const { count, won, of, records } = Object.fromEntries(entries)
  const [part, whole] = [count ?? won, of ?? records]
  const rest = typeof part === 'number' && typeof whole === 'number' ? whole - part : 0
  return isSafeCount(rest) ? found : [...found, `${path} leaves ${rest}`]
}
