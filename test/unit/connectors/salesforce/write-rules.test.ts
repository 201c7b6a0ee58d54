import { describe, expect, test } from 'vitest'
import { useHttpMock } from '#test/http-mock.ts'
import { createConnector, createHarness, DATA, grantToken, LOGIN, ORG, page } from './harness.ts'
import { COLLECTIONS, leads } from './write-intents.ts'

const mock = useHttpMock()

describe('a validation rule', () => {
  const rule = (ValidationName: string, ErrorMessage: string, field: string | null = null) => ({
    ValidationName,
    ErrorMessage,
    ErrorDisplayField: field,
  })
  const broken = (message: string, fields: readonly string[] = []) => ({
    success: false,
    errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields }],
  })

  async function codesFor(answers: readonly object[], rules: readonly object[] | null) {
    const harness = createHarness()
    grantToken(mock(LOGIN))
    mock(ORG).patch(COLLECTIONS).reply(200, answers)
    const query = mock(ORG).get((uri) => uri.startsWith(`${DATA}/tooling/query?`))
    if (rules === null) query.reply(403, [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }])
    else query.reply(200, page(rules))
    const results = await createConnector(harness).write(leads(answers.length))
    const codes = results.map((result) => ('code' in result ? result.code : result.outcome))
    return { codes, warnings: harness.warnings.join(' ') }
  }

  test('is told by its name, looked up once, and never by its words', async () => {
    const { codes, warnings } = await codesFor(
      [
        broken('Ask jane@example.org for a phone number'),
        broken('Ask jane@example.org for a phone number'),
      ],
      [rule('Phone_Required', 'Ask jane@example.org for a phone number'), rule('Other', 'Else')],
    )

    expect(codes).toEqual(Array(2).fill('FIELD_CUSTOM_VALIDATION_EXCEPTION/Phone_Required'))
    expect(warnings).toContain('Phone_Required')
    expect(warnings).toContain('custom permission')
    expect(warnings).not.toContain('jane')
  })

  test('of two with the same words is told by the field it stands at', async () => {
    const { codes } = await codesFor(
      [broken('Required', ['Phone'])],
      [
        rule('Title_Required', 'Required', 'Lead.Title'),
        rule('Phone_Required', 'Required', 'Phone'),
      ],
    )

    expect(codes).toEqual(['FIELD_CUSTOM_VALIDATION_EXCEPTION/Phone_Required'])
  })

  test.each([
    ['nobody may look', null],
    ['two say the same', [rule('A', 'Required'), rule('B', 'Required')]],
    ['none says this', [rule('A', 'Translated')]],
    ['its name is no name', [rule('jane doe', 'Required')]],
  ])('stays nameless where %s', async (_why, rules) => {
    const { codes } = await codesFor([broken('Required')], rules)

    expect(codes).toEqual(['FIELD_CUSTOM_VALIDATION_EXCEPTION'])
  })
})
