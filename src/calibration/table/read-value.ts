/** What exports write where nothing is known. "unknown" is not among them: it is an answer. */
const MISSING = new Set([
  '',
  'na',
  'n/a',
  'nan',
  'null',
  'none',
  'nil',
  '#n/a',
  '?',
  '-',
  '--',
  'select',
])

export function isMissing(text: string): boolean {
  return text === '' || (text.length <= 6 && MISSING.has(text.toLowerCase()))
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/
const AROUND = /^[$€£]\s*|\s*[%€$£]$/g

/** "1,200", "$5.50", "12 %" and "3,5" are numbers too. */
export function readNumber(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text)
  const first = text.charCodeAt(0)
  // A letter in front, the usual case of a code, is answered without more patterns.
  if (first >= 65 && first <= 122) return undefined
  const bare = text.replaceAll(AROUND, '')
  if (PLAIN.test(bare)) return Number(bare)
  if (GROUPED.test(bare)) return Number(bare.replaceAll(',', ''))
  return DECIMAL_COMMA.test(bare) ? Number(bare.replace(',', '.')) : undefined
}

export function decimalsOf(value: number): number {
  const text = String(value)
  const point = text.indexOf('.')
  if (point === -1 || text.includes('e')) return 0
  return text.length - point - 1
}

/** Day and month as written first and second; which is which shows only over all rows of a column. */
export interface WrittenDate {
  readonly year: number
  readonly first: number
  readonly second: number
  readonly monthFirst: boolean | undefined
  /** Share of the day gone. */
  readonly time: number
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](.+))?$/
const LOCAL = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{2}|\d{4})(?:[T ](.+))?$/
const DAY_MONTH_NAME = /^(\d{1,2})[-/ ]([a-z]{3,9})[-/ ,]+(\d{4}|\d{2})(?:[T ,]+(.+))?$/i
const MONTH_NAME_DAY = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:[T ,]+(.+))?$/i
const MONTHS = 'jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec'.split(',')
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?/

export function readDate(text: string): WrittenDate | undefined {
  if (text.length < 6 || text.length > 40) return undefined
  const digit = text.charCodeAt(0)
  if (digit < 48 || digit > 57) return fromMonthName(MONTH_NAME_DAY.exec(text), 1, 2)
  const iso = ISO.exec(text)
  if (iso !== null) return written(iso[1], iso[2], iso[3], true, iso[4])
  const local = LOCAL.exec(text)
  if (local === null) return fromMonthName(DAY_MONTH_NAME.exec(text), 2, 1)
  const first = Number(local[1])
  const second = Number(local[3])
  const sure = local[2] === '.' || first > 12 ? false : undefined
  const monthFirst = second > 12 ? true : sure
  return written(local[4], local[1], local[3], monthFirst, local[5])
}

function fromMonthName(
  parts: RegExpExecArray | null,
  monthAt: number,
  dayAt: number,
): WrittenDate | undefined {
  if (parts === null) return undefined
  const month = MONTHS.indexOf((parts[monthAt] ?? '').slice(0, 3).toLowerCase()) + 1
  return written(parts[3], String(month), parts[dayAt], true, parts[4])
}

function written(
  year = '',
  first = '',
  second = '',
  monthFirst: boolean | undefined,
  clock: string | undefined,
): WrittenDate | undefined {
  const [a, b] = [Number(first), Number(second)]
  if (Math.max(a, b) > 31 || Math.min(a, b) < 1 || Math.min(a, b) > 12) return undefined
  const [, hours = '0', minutes = '0', seconds = '0'] = CLOCK.exec(clock ?? '') ?? []
  const time = (Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600) / 24
  const years = Number(year)
  return { year: years < 100 ? 2000 + years : years, first: a, second: b, monthFirst, time }
}
