import { expect, test } from 'vitest'
import { shows } from '#connectors/salesforce/writing/shows.ts'

const AT = '2026-11-20T10:00:07.412Z'

test.each([
  ['number', 72, 72],
  ['number', 72.0, '72'],
  ['date-time', '2026-11-20T10:00:07.000+0000', AT],
  ['multi-picklist', 'email;phone', 'phone;email'],
  ['picklist', 'sales_ready', 'sales_ready'],
  ['text', 'Asked for a call', 'Asked for a call '],
  ['long-text', 'One\r\nTwo', 'One\nTwo'],
  ['text', null, ''],
  ['text', undefined, null],
] as const)('of kind %s, %j is what was written as %j', (kind, shown, written) => {
  expect(shows(kind, shown, written)).toBe(true)
})

test.each([
  ['number', 99, 72],
  ['number', 0, null],
  ['number', null, 0],
  ['date-time', '2026-11-20T10:01:07.000+0000', AT],
  ['date-time', 'soon', AT],
  ['multi-picklist', 'email', 'phone;email'],
  ['picklist', 'Sales ready', 'sales_ready'],
  ['long-text', 'One', 'One\nTwo'],
  ['text', {}, 'x'],
] as const)('of kind %s, %j is not what was written as %j', (kind, shown, written) => {
  expect(shows(kind, shown, written)).toBe(false)
})
