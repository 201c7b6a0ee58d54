import { describe, expect, it } from 'vitest'
import { parsePayload } from '#jobs/queue.ts'
import { PermanentError } from '#src/errors.ts'

describe('job payloads', () => {
  it('carry ids only: anything else a caller adds is dropped before it reaches Redis', () => {
    const mark = { object: 'contact', id: '1', generation: 1, lane: 'event', email: 'a@b.example' }

    const parsed = parsePayload('refresh-records', { portal: 'hubspot:1', marks: [mark] })

    expect(JSON.stringify(parsed)).not.toContain('a@b.example')
  })

  it('refuse more than the 100 ids one CRM batch takes', () => {
    const marks = Array.from({ length: 101 }, (_, index) => ({
      object: 'contact',
      id: String(index),
      generation: 1,
      lane: 'bulk',
    }))

    expect(() => parsePayload('refresh-records', { portal: 'hubspot:1', marks })).toThrow(
      PermanentError,
    )
  })

  it('name the field that does not fit, not its value', () => {
    expect(() => parsePayload('write-intents', { portal: 'evil value' })).toThrow(
      'Job write-intents: payload does not fit at: portal',
    )
  })
})
