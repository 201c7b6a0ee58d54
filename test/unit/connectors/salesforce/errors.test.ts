import { describe, expect, test } from 'vitest'
import { errorsIn } from '#connectors/salesforce/transport/error-body.ts'
import { failureOf } from '#connectors/salesforce/transport/errors.ts'

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

  test.each([
    [
      'INVALID_FIELD',
      "No such column 'Leadwell_Score__c' on sobject of type Lead",
      'Lead.Leadwell_Score__c',
    ],
    [
      'INVALID_FIELD',
      "SELECT Secret, Mine__c\n ^\nERROR at Row:1:Column:8\nNo such column 'Mine__c' on entity 'Contact'. If you",
      'Contact.Mine__c',
    ],
    ['INVALID_TYPE', "sObject type 'Individual' is not supported.", 'Individual'],
  ])('names what is hidden and nothing else of the message: %s', (code, message, hidden) => {
    const { message: text } = failureOf({
      status: 400,
      errors: [{ code, message }],
      label: 'PATCH x',
    })

    expect(text).toBe(`Salesforce answered PATCH x with ${code} for ${hidden} (HTTP 400).`)
  })

  test('whose message names no field says no more than the code', () => {
    const errors = [
      { code: 'INVALID_FIELD', message: "No such column 'jane doe' on entity 'Lead'" },
    ]

    const { message } = failureOf({ status: 400, errors, label: 'GET x' })

    expect(message).toBe('Salesforce answered GET x with INVALID_FIELD (HTTP 400).')
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
