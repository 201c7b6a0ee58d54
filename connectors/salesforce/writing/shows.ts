import type { FieldType } from '../provisioning/properties.ts'
import { epochMs } from '../reading/records.ts'

const SECOND_MS = 1_000

/**
 * Whether a field shows what was written into it. Salesforce keeps datetimes to the second, puts the values
 * of a multi-select picklist into an order of its own, takes white space off the ends of a text, and may
 * give the lines of a long one back parted as on Windows.
 */
export function shows(
  kind: FieldType['kind'],
  shown: unknown,
  written: string | number | null,
): boolean {
  if (isBlank(shown) || isBlank(written)) return isBlank(shown) && isBlank(written)
  switch (kind) {
    case 'number':
      return Number(shown) === Number(written)
    case 'date-time':
      return isSameSecond(epochMs(shown), epochMs(written))
    case 'multi-picklist':
      return inOrder(shown) === inOrder(written)
    case 'picklist':
    case 'text':
    case 'long-text':
      return plain(shown) === plain(written)
  }
}

function isBlank(value: unknown): boolean {
  return plain(value) === ''
}

function isSameSecond(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) < SECOND_MS
}

function inOrder(value: unknown): string {
  return plain(value).split(';').toSorted().join(';')
}

function plain(value: unknown): string {
  const isText = typeof value === 'string' || typeof value === 'number'
  return isText ? String(value).replaceAll(/\r\n?/g, '\n').trim() : ''
}
