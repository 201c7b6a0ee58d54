import { describe, expect, it } from 'vitest'
import { errorCode, PermanentError, TransientError } from '#src/errors.ts'

describe('the code kept of an error', () => {
  it.each([
    [new PermanentError('hubspot-missing-scope', 'x'), 'hubspot-missing-scope'],
    [new TransientError('salesforce-unreachable', 'x'), 'salesforce-unreachable'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [
      Object.assign(new Error('x'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    [Object.assign(new Error('x'), { code: '23505' }), '23505'],
    [new TypeError('x'), 'TypeError'],
  ])('is the vendor’s or our own', (error, code) => {
    expect(errorCode(error)).toBe(code)
  })

  it.each([
    'Jane Doe is on lithium',
    '219-09-9999',
    'jane@example.com',
    'Property jobtitle was "depressed"',
    'x'.repeat(61),
  ])('is never a value an SDK put where its code belongs', (code) => {
    expect(errorCode(Object.assign(new Error('x'), { code }))).toBe('Error')
    expect(errorCode({ code })).toBe('unknown')
  })

  it('is never the name a thrown value gives itself', () => {
    const error = new Error('x')
    error.name = 'Jane Doe'

    expect(errorCode(error)).toBe('unknown')
    expect(errorCode('Jane Doe')).toBe('unknown')
  })
})
