import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeErrors, RECORD_POLICY } from '#connectors/salesforce/writing/write-policy.ts'

/** Code, what it means, whether it is tried again alone at once, and how many minutes it takes to pass. */
const POLICIES = [
  ['UNABLE_TO_LOCK_ROW', 'retry', true, 0],
  ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'retry', true, 0],
  ['PROCESSING_HALTED', 'retry', true, 0],
  ['REQUEST_LIMIT_EXCEEDED', 'retry', false, 5],
  ['SERVER_UNAVAILABLE', 'retry', false, 0],
  ['INTERNAL_ERROR', 'retry', false, 0],
  ['UNKNOWN_EXCEPTION', 'retry', false, 0],
  ['QUERY_TIMEOUT', 'retry', true, 0],
  ['REQUEST_RUNNING_TOO_LONG', 'retry', true, 0],
  ['INVALID_SESSION_ID', 'retry', false, 0],
  ['INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE', 'retry', false, 5],
  ['TOO_MANY_APEX_REQUESTS', 'retry', false, 5],
  ['ENTITY_IS_LOCKED', 'retry', false, 120],
  ['ENTITY_IS_DELETED', 'gone', false, 0],
  ['NOT_FOUND', 'gone', false, 0],
  ['INVALID_CROSS_REFERENCE_KEY', 'gone', false, 0],
  ['CANNOT_UPDATE_CONVERTED_LEAD', 'gone', false, 0],
  ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'refused', false, 0],
  ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'refused', false, 0],
  ['CANNOT_EXECUTE_FLOW_TRIGGER', 'refused', false, 0],
  ['CUSTOM_APEX_ERROR', 'refused', false, 0],
  ['DUPLICATES_DETECTED', 'refused', false, 0],
  ['INSUFFICIENT_ACCESS_OR_READONLY', 'refused', false, 0],
  ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'refused', false, 0],
  ['INVALID_FIELD_FOR_INSERT_UPDATE', 'refused', false, 0],
  ['FIELD_NOT_UPDATABLE', 'refused', false, 0],
  ['INVALID_FIELD', 'refused', false, 0],
  ['INVALID_TYPE', 'refused', false, 0],
  ['STRING_TOO_LONG', 'refused', false, 0],
  ['NUMBER_OUTSIDE_VALID_RANGE', 'refused', false, 0],
  ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'refused', false, 0],
  ['REQUIRED_FIELD_MISSING', 'refused', false, 0],
  ['FIELD_FILTER_VALIDATION_EXCEPTION', 'refused', false, 0],
  ['STORAGE_LIMIT_EXCEEDED', 'refused', false, 0],
  ['LICENSE_LIMIT_EXCEEDED', 'refused', false, 0],
  ['MALFORMED_ID', 'refused', false, 0],
  ['JSON_PARSER_ERROR', 'refused', false, 0],
  ['MALFORMED_QUERY', 'refused', false, 0],
] as const

const error = (code: string, message = 'x', fields: readonly string[] = []) => ({
  code,
  message,
  fields,
})
const AUTOMATION = [
  'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  'CANNOT_EXECUTE_FLOW_TRIGGER',
  'CUSTOM_APEX_ERROR',
] as const

describe('a record that was not written', () => {
  test.each(POLICIES)('because of %s: %s', (code, outcome, alone, minutes) => {
    const verdict = judgeErrors([error(code)])

    expect(verdict.code).toBe(code)
    expect(verdict.policy.outcome).toBe(outcome)
    expect(verdict.policy.alone ?? false).toBe(alone)
    expect(verdict.policy.waitMs ?? 0).toBe(minutes * 60_000)
    expect(verdict.policy.todo).toMatch(/^[A-Z].*\.$/)
  })

  test('has a tested policy for every code there is one for', () => {
    expect(POLICIES.map(([code]) => code)).toEqual(Object.keys(RECORD_POLICY))
  })

  test('for a reason nobody knows waits for a person', () => {
    expect(judgeErrors([error('SOMETHING_NEW')])).toMatchObject({
      code: 'SOMETHING_NEW',
      policy: { outcome: 'refused' },
    })
    expect(judgeErrors([])).toMatchObject({ code: 'UNKNOWN', policy: { outcome: 'refused' } })
  })

  test('for several reasons is not tried again while one of them waits for a person', () => {
    const both = [error('UNABLE_TO_LOCK_ROW'), error('REQUIRED_FIELD_MISSING')]

    expect(judgeErrors(both)).toMatchObject({ code: 'REQUIRED_FIELD_MISSING' })
  })

  test('names the custom field it failed for and nothing that could be a value', () => {
    const ours = judgeErrors([
      error('INVALID_FIELD_FOR_INSERT_UPDATE', 'x', ['Smith', 'Leadwell_Score__c']),
    ])
    const odd = judgeErrors([error('STRING_TOO_LONG', 'x', ['jane@example.org', 'Smith'])])

    expect(ours.code).toBe('INVALID_FIELD_FOR_INSERT_UPDATE/Leadwell_Score__c')
    expect(odd.code).toBe('STRING_TOO_LONG')
  })
})

describe('a record the customer automation failed on', () => {
  const inside = POLICIES.filter(
    ([code]) => !AUTOMATION.some((name) => name === code) && code !== 'INVALID_SESSION_ID',
  )

  test.each(inside)('with %s inside is tried again only if that passes', (inner, outcome) => {
    for (const code of AUTOMATION) {
      const message = `LeadTrigger: execution of AfterUpdate caused by: System.DmlException: Update failed. First exception on row 0 with id 001; first error: ${inner}, Jane Doe: []`

      const verdict = judgeErrors([error(code, message)])

      expect(verdict.code).toBe(`${code}/${inner}`)
      expect(verdict.policy.outcome).toBe(outcome === 'retry' ? 'retry' : 'refused')
    }
  })

  test('for want of CPU time is tried again alone', () => {
    const message = 'LeadTrigger: System.LimitException: Apex CPU time limit exceeded'

    expect(judgeErrors([error('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message)])).toMatchObject({
      policy: { outcome: 'retry', alone: true },
    })
  })

  test('whose call out lost its session waits for a person', () => {
    const message = 'FlowCallout: INVALID_SESSION_ID'

    expect(judgeErrors([error('CANNOT_EXECUTE_FLOW_TRIGGER', message)])).toMatchObject({
      code: 'CANNOT_EXECUTE_FLOW_TRIGGER',
      policy: { outcome: 'refused' },
    })
  })
})

test('a code never carries anything of a message', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...POLICIES.map(([code]) => code)),
      fc.string(),
      fc.array(fc.string()),
      (code, message, fields) => {
        const verdict = judgeErrors([{ code, message, fields }])

        const parts = verdict.code.split('/')
        expect(parts[0]).toBe(code)
        expect(
          parts[1] === undefined || parts[1] in RECORD_POLICY || parts[1].endsWith('__c'),
        ).toBe(true)
      },
    ),
  )
})
