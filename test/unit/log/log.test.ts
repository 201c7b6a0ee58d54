import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TransientError } from '#src/errors.ts'
import { createLog } from '#src/log.ts'
import type { Log, LogFields } from '#src/ports.ts'

const CANARY = 'canary-7f3 maria@example.com'

function capture(level: Parameters<typeof createLog>[0]['level'] = 'trace') {
  const lines: string[] = []
  const log = createLog({ level, destination: { write: (line: string) => void lines.push(line) } })
  return {
    log,
    text: () => lines.join(''),
    last: () => JSON.parse(lines.at(-1) ?? '{}') as unknown,
  }
}

/** What a caller could do who silences the compiler. */
function force(log: Log, fields: unknown, message: unknown = 'something happened'): void {
  log.warn(message as string, fields as LogFields)
}

describe('the log', () => {
  it('writes one JSON line with level, time, message and fields', () => {
    const { log, last } = capture()

    log.info('records refreshed', {
      portal: 'hubspot:1',
      records: 100,
      full: false,
      missing: undefined,
    })

    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/) as string,
      msg: 'records refreshed',
      portal: 'hubspot:1',
      records: 100,
      full: false,
    })
  })

  it('keeps the fields of a child on each of its lines', () => {
    const { log, last } = capture()

    log
      .with({ portal: 'hubspot:1' })
      .with({ job: 'poll-changes' })
      .error('job failed', { code: 'ETIMEDOUT' })

    expect(last()).toMatchObject({
      level: 'error',
      portal: 'hubspot:1',
      job: 'poll-changes',
      code: 'ETIMEDOUT',
    })
  })

  it('says nothing below its level', () => {
    const { log, text } = capture('warn')

    log.info('records refreshed')

    expect(text()).toBe('')
  })

  it.each([
    ['a record', { record: { facts: { note: CANARY } } }],
    ['a list', { ids: [CANARY] }],
    ['an error', { failure: new Error(CANARY) }],
    ['an error in place of the fields', new TransientError('ECONNRESET', CANARY)],
    ['a string in place of the fields', CANARY],
    ['a list in place of the fields', [CANARY]],
    ['prose', { reason: CANARY }],
    ['a function', { reason: () => CANARY }],
    ['a symbol', { reason: Symbol(CANARY) }],
    ['a value that prints itself', { reason: { toJSON: () => CANARY, toString: () => CANARY } }],
    ['a boxed string', { reason: Object(CANARY) as unknown }],
    ['a key made of data', { [CANARY]: 1 }],
    ['a key of pino itself', { msg: CANARY, level: CANARY, time: CANARY, err: new Error(CANARY) }],
  ])('cannot be made to show %s', (_name, fields) => {
    const { log, text } = capture()

    force(log, fields)
    log.with(fields as LogFields).info('something else happened')

    expect(text()).not.toContain('canary-7f3')
    expect(text()).not.toContain('maria')
    expect(text()).toContain('something happened')
  })

  it.each([
    ['an error', new Error(CANARY)],
    ['an object', { message: CANARY }],
    ['an address in the text', `could not write to ${CANARY}`],
    ['a phone number in the text', 'could not call 5551234567'],
    ['several lines', `failed\n${CANARY}`],
  ])('does not take %s for a message', (_name, message) => {
    const { log, last } = capture()

    force(log, {}, message)

    expect(last()).toMatchObject({ msg: '[dropped]' })
  })

  it('does not fill placeholders', () => {
    const { log, last } = capture()

    log.info('50% done %s', { portal: 'hubspot:1' })

    expect(last()).toMatchObject({ msg: '50% done %s' })
  })

  it.each([
    ['accessToken', 'abc'],
    ['clientSecret', 'abc'],
    ['authorization', 'abc'],
    ['password', 'abc'],
    ['signature', 'abc'],
    ['email', 'abc'],
    ['phone', '5'],
    ['firstName', 'Maria'],
    ['note', 'abc'],
    ['subject', 'abc'],
    ['value', 'pat-na1-11111111-2222-3333-4444-555555555555'],
    ['value', 'Bearer abc'],
    ['value', `eyJ${'a'.repeat(30)}.x.y`],
    ['value', 'a'.repeat(48)],
    ['value', '555-123-4567'],
    ['value', '123-45-6789'],
    ['value', '+15551234567'],
    ['value', 'maria@example.com'],
    ['value', 'x'.repeat(500)],
  ])('shows neither a secret nor a person: %s = %s', (key, value) => {
    const { log, last } = capture()

    log.info('something happened', { [key]: value })

    expect(last()).toMatchObject({ [key]: '[dropped]' })
  })

  it.each([
    'hubspot:1',
    'ETIMEDOUT',
    'poll-changes',
    '/crm/v3/objects/contacts/batch/read',
    '00Q5g00000AbCdEFGH',
    'contact:42',
    '127.0.0.1:6379',
  ])('shows the code %s', (value) => {
    const { log, last } = capture()

    log.info('something happened', { value })

    expect(last()).toMatchObject({ value })
  })

  it.each(['she is suicidal', 'on lithium since spring', 'Ms Okafor called'])(
    'drops a message that tells who somebody is or how they are: %s',
    (message) => {
      const { log, last } = capture()

      log.warn(message)

      expect(last()).toMatchObject({ msg: '[dropped]' })
    },
  )

  it.each(['two\nlines', 'answer {"a":1}', 'number 123456', 'a'.repeat(161)])(
    'drops a message that is no fixed sentence: %j',
    (message) => {
      const { log, last } = capture()

      log.warn(message)

      expect(last()).toMatchObject({ msg: '[dropped]' })
    },
  )

  it('drops a field that is written like a code and names a condition', () => {
    const { log, last } = capture()

    log.warn('something happened', { value: 'major-depressive-disorder' })

    expect(last()).toMatchObject({ value: '[dropped]' })
  })

  it('writes flat scalars whatever is passed by force', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (message, fields) => {
        const { log, last } = capture()

        force(log, fields, message)

        const values = Object.values(last() as Record<string, unknown>)
        expect(values.every((value) => typeof value !== 'object')).toBe(true)
      }),
    )
  })
})
