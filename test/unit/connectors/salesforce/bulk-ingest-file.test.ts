import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ingestFile,
  readResultFile,
  readRowError,
} from '#connectors/salesforce/writing/bulk-ingest-file.ts'
import type { Intent, IntentValues } from '#src/ports.ts'
import { LEAD_1, LEAD_2 } from './harness.ts'

const VALUES: IntentValues = {
  score: 0,
  fit: null,
  engagement: 91,
  grade: 'A1',
  tier: 'sales-ready',
  hold: null,
  audience: 'health-plan',
  topReason: 'Asked "today", twice',
  handoffNote: 'First\r\nsecond',
  nextAction: 'book-consult',
  channels: [],
  respondBy: null,
  scoredAt: Date.UTC(2026, 10, 20, 12),
  model: 'employer@1',
}
const intent = (id: string, more: Partial<IntentValues> = {}): Intent => ({
  ref: { object: 'lead', id },
  values: { ...VALUES, ...more },
})
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

describe('the file of an ingest job', () => {
  test('empties a field by its own mark: an empty cell would leave it as it was', () => {
    const [row] = rowsOf(ingestFile([intent(LEAD_1)]).csv)

    expect(row).toMatchObject({
      Id: LEAD_1,
      Leadwell_Score__c: '0',
      Leadwell_Fit__c: '#N/A',
      Leadwell_Channels__c: '#N/A',
      Leadwell_Top_Reason__c: 'Asked "today", twice',
    })
    expect(Object.values(row ?? {})).not.toContain('')
  })

  test('writes a segment where there is one and leaves alone what never had one', () => {
    const segments = [intent(LEAD_1), intent(LEAD_2, { segment: 'Benefits teams' })]
    const emptied = intent(LEAD_1, { segment: null })

    const rows = rowsOf(ingestFile([...segments, emptied]).csv)

    expect(rows.map((row) => row['Leadwell_Segment__c'])).toEqual(['', 'Benefits teams', '#N/A'])
    expect(rows.map((row) => row['Leadwell_Model__c'])).toEqual(Array(3).fill('employer@1'))
  })

  test('keeps to one kind of line end, inside notes too', () => {
    const { csv } = ingestFile([intent(LEAD_1)])

    expect(csv).not.toContain('\r')
    expect(rowsOf(csv)[0]?.['Leadwell_Handoff_Note__c']).toBe('First\nsecond')
  })

  test('gives back every note and reason as it was meant', () => {
    const text = fc.string({ minLength: 1, maxLength: 200 }).filter((one) => !/[\r]/.test(one))
    fc.assert(
      fc.property(text, text, (handoffNote, topReason) => {
        const [row] = rowsOf(ingestFile([intent(LEAD_1, { handoffNote, topReason })]).csv)

        expect(row?.['Leadwell_Handoff_Note__c']).toBe(handoffNote)
        expect(row?.['Leadwell_Top_Reason__c']).toBe(topReason)
      }),
    )
  })

  test('stops before it is too large and says how many it carries', () => {
    const one = ingestFile([intent(LEAD_1)]).csv
    const room = Buffer.byteLength(one) + 10

    const { csv, rows } = ingestFile([intent(LEAD_1), intent(LEAD_2)], room)

    expect(rows).toBe(1)
    expect(csv).toBe(one)
  })
})

describe('the results of an ingest job', () => {
  test.each([
    [
      'REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --',
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [LastName]',
      ['LastName'],
    ],
    ['ENTITY_IS_DELETED:entity is deleted:--', 'ENTITY_IS_DELETED', 'entity is deleted', []],
    [
      'UNABLE_TO_LOCK_ROW:a: b\nc: d:A__c B__c --',
      'UNABLE_TO_LOCK_ROW',
      'a: b\nc: d',
      ['A__c', 'B__c'],
    ],
    ['INVALID_FIELD', 'INVALID_FIELD', 'INVALID_FIELD', []],
    ['jane@example.org', 'UNKNOWN', 'jane@example.org', []],
  ])('tell of %j', (text, code, message, fields) => {
    expect(readRowError(text)).toEqual({ code, message, fields })
  })

  test('are found by the id we sent, whatever order or form they come in', () => {
    const csv = `"sf__Id","sf__Error","Id"\n"","X:y:--","${LEAD_2}"\n"${LEAD_1}","Z:y:--","${LEAD_1.slice(0, 15)}"\n`

    const rows = readResultFile(csv)

    expect(rows.get(LEAD_2)?.['sf__Error']).toBe('X:y:--')
    expect(rows.get(LEAD_1)?.['sf__Error']).toBe('Z:y:--')
    expect(readResultFile('').size).toBe(0)
  })
})
