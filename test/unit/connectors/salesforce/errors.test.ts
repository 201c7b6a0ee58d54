import { describe, expect, test } from 'vitest'
import { errorsIn } from '#connectors/salesforce/error-body.ts'
import { failureOf, judgeRecord, RECORD_POLICY } from '#connectors/salesforce/errors.ts'
import { LEAD_1 } from './harness.ts'

const ref = { object: 'lead', id: LEAD_1 } as const

const POLICIES = [
  ['UNABLE_TO_LOCK_ROW', 'retry'],
  ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'retry'],
  ['PROCESSING_HALTED', 'retry'],
  ['REQUEST_LIMIT_EXCEEDED', 'retry'],
  ['SERVER_UNAVAILABLE', 'retry'],
  ['INTERNAL_ERROR', 'retry'],
  ['UNKNOWN_EXCEPTION', 'retry'],
  ['QUERY_TIMEOUT', 'retry'],
  ['REQUEST_RUNNING_TOO_LONG', 'retry'],
  ['INVALID_SESSION_ID', 'retry'],
  ['INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE', 'retry'],
  ['TOO_MANY_APEX_REQUESTS', 'retry'],
  ['ENTITY_IS_LOCKED', 'retry'],
  ['ENTITY_IS_DELETED', 'gone'],
  ['NOT_FOUND', 'gone'],
  ['INVALID_CROSS_REFERENCE_KEY', 'gone'],
  ['CANNOT_UPDATE_CONVERTED_LEAD', 'gone'],
  ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'refused'],
  ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'refused'],
  ['CANNOT_EXECUTE_FLOW_TRIGGER', 'refused'],
  ['CUSTOM_APEX_ERROR', 'refused'],
  ['DUPLICATES_DETECTED', 'refused'],
  ['INSUFFICIENT_ACCESS_OR_READONLY', 'refused'],
  ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'refused'],
  ['INVALID_FIELD_FOR_INSERT_UPDATE', 'refused'],
  ['FIELD_NOT_UPDATABLE', 'refused'],
  ['INVALID_FIELD', 'refused'],
  ['INVALID_TYPE', 'refused'],
  ['STRING_TOO_LONG', 'refused'],
  ['NUMBER_OUTSIDE_VALID_RANGE', 'refused'],
  ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'refused'],
  ['REQUIRED_FIELD_MISSING', 'refused'],
  ['FIELD_FILTER_VALIDATION_EXCEPTION', 'refused'],
  ['STORAGE_LIMIT_EXCEEDED', 'refused'],
  ['LICENSE_LIMIT_EXCEEDED', 'refused'],
  ['MALFORMED_ID', 'refused'],
  ['JSON_PARSER_ERROR', 'refused'],
  ['MALFORMED_QUERY', 'refused'],
] as const

describe('a record that was not written', () => {
  test.each(POLICIES)('because of %s: %s', (code, outcome) => {
    const result = judgeRecord(ref, [{ code, message: 'x' }])

    expect(result).toEqual(outcome === 'gone' ? { ref, outcome } : { ref, outcome, code })
  })

  test('has a tested policy for every code we know', () => {
    expect(POLICIES.map(([code]) => code)).toEqual(Object.keys(RECORD_POLICY))
  })

  test('for a reason we do not know waits for a person', () => {
    const result = judgeRecord(ref, [{ code: 'SOMETHING_NEW', message: 'x' }])

    expect(result).toEqual({ ref, outcome: 'refused', code: 'SOMETHING_NEW' })
  })

  test('without a reason waits for a person too', () => {
    expect(judgeRecord(ref, [])).toEqual({ ref, outcome: 'refused', code: 'UNKNOWN' })
  })

  test.each([
    'LeadTrigger: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access',
    'System.LimitException: Apex CPU time limit exceeded',
  ])('because the customer automation met something passing is tried again: %s', (message) => {
    const code = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'

    expect(judgeRecord(ref, [{ code, message }])).toMatchObject({ outcome: 'retry' })
  })
})

describe('an error answer', () => {
  const failure = (status: number, code?: string) =>
    failureOf({
      status,
      errors: code === undefined ? [] : [{ code, message: 'secret value' }],
      label: 'GET /services/data/v67.0/query',
    })

  test.each([
    [400, 'INVALID_FIELD', 'salesforce-field-hidden'],
    [400, 'INVALID_TYPE', 'salesforce-object-hidden'],
    [403, 'API_DISABLED_FOR_ORG', 'salesforce-api-disabled'],
    [403, 'INSUFFICIENT_ACCESS', 'salesforce-access-denied'],
    [401, 'INVALID_SESSION_ID', 'salesforce-session-ended'],
    [404, 'NOT_FOUND', 'salesforce-not-found'],
    [400, 'MALFORMED_QUERY', 'salesforce-refused'],
  ])('of HTTP %d with %s is permanent: %s', (status, code, expected) => {
    const error = failure(status, code)

    expect(error).toMatchObject({ name: 'PermanentError', code: expected })
    expect(error.message).toContain(code)
    expect(error.message).not.toContain('secret value')
  })

  test('without a body is read from its status', () => {
    expect(failure(404).code).toBe('salesforce-not-found')
    expect(failure(403).code).toBe('salesforce-access-denied')
    expect(failure(502)).toMatchObject({ name: 'TransientError' })
  })

  test('of a SOAP fault is not passing only because faults are HTTP 500', () => {
    const body = '<soapenv:Fault><faultcode>sf:INSUFFICIENT_ACCESS</faultcode></soapenv:Fault>'

    const error = failureOf({ status: 500, errors: errorsIn(body), label: 'POST /soap' })

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-access-denied' })
  })

  test('tells a code only when it looks like one', () => {
    const body = JSON.stringify([{ errorCode: 'jane@example.org wrote', message: 'x' }])

    expect(errorsIn(body)).toEqual([])
  })
})
