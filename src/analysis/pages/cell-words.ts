import { signed } from '#src/scoring/document/plain-words.ts'
import type { Cell, Quantity } from './document.ts'
import { plainText } from './plain-text.ts'

export interface CellWords {
  readonly main: string
  /** The interval, and with whom; empty where there is neither. */
  readonly aside: string
}

/** Not known, or too few to be shown. */
const NOTHING = '–'

export function cellInWords(cell: Cell): CellWords {
  if (cell === undefined) return { main: NOTHING, aside: '' }
  if (typeof cell === 'string') return { main: plainText(cell) || NOTHING, aside: '' }
  const asides = [intervalInWords(cell), togetherInWords(cell)].filter((words) => words !== '')
  return { main: quantityInWords(cell), aside: asides.length > 0 ? `(${asides.join('; ')})` : '' }
}

function quantityInWords({ unit, value, digits }: Quantity): string {
  switch (unit) {
    case 'whole':
      return fixed(value, 0)
    case 'points':
      return signed(value)
    case 'decimal':
      return fixed(value, digits ?? 1)
    case 'share':
      return `${fixed(value * 100, digitsOfShare(value))} %`
  }
}

function intervalInWords({ unit, value, digits, low, high }: Quantity): string {
  // What cannot vary, such as a constant, has no interval to show.
  if (low === undefined || high === undefined || low === high) return ''
  if (unit !== 'share') return between(fixed(low, digits ?? 1), fixed(high, digits ?? 1))
  const shown = digitsOfShare(value)
  return `${between(fixed(low * 100, shown), fixed(high * 100, shown))} %`
}

/** A dash between numbers that have a sign would read as another sign. */
function between(low: string, high: string): string {
  return low.startsWith('−') || high.startsWith('−') ? `${low} to ${high}` : `${low}–${high}`
}

/** Names of more rows than these make a cell that nobody reads. */
const MOST_NAMED = 2

function togetherInWords({ together }: Quantity): string {
  if (together === undefined || together.length < 2) return ''
  if (together.length > MOST_NAMED) return `${together.length} rows together`
  return `${plainText(together.join(' and '))} together`
}

/** Shares of a few per cent differ in what whole per cents hide. */
function digitsOfShare(value: number): number {
  return Math.abs(value) < 0.0995 && value !== 0 ? 1 : 0
}

/** Kept, as making one takes longer than a page has time for. */
const FORMATS = new Map<number, Intl.NumberFormat>()

function fixed(value: number, digits: number): string {
  const format =
    FORMATS.get(digits) ??
    new Intl.NumberFormat('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    })
  FORMATS.set(digits, format)
  return format.format(value).replace('-', '−')
}
