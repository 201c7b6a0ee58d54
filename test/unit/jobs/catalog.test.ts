import { describe, expect, it } from 'vitest'
import { parsePayload } from '#jobs/queue.ts'

describe('job payloads', () => {
  it.each(['refresh-records', 'write-intents', 'poll-changes'] as const)(
    'of %s carry a portal and nothing of a record: what else a caller adds never reaches Redis',
    (name) => {
      const payload = { portal: 'hubspot:1', marks: [{ object: 'contact', id: '777' }] } as const

      expect(parsePayload(name, payload)).toEqual({ portal: 'hubspot:1' })
    },
  )

  it('name the field that does not fit, not its value', () => {
    expect(() => parsePayload('write-intents', { portal: 'evil value' })).toThrow(
      'Job write-intents: payload does not fit at: portal',
    )
  })
})
