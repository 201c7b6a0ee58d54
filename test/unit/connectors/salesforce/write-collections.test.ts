import { describe, expect, test } from 'vitest'
import { useHttpMock } from '#test/http-mock.ts'
import { createConnector, DATA, errorOf, grantToken, LOGIN, ORG } from './harness.ts'
import { COLLECTIONS, leads, saved } from './write-intents.ts'

const mock = useHttpMock()

const COMPOSITE = `${DATA}/composite`
interface Part {
  readonly referenceId: string
  readonly httpHeaders: object
  readonly body: { readonly records: readonly { readonly id: string }[] }
}

/** Answers one composite call; `answer` says what to say to each part, in whatever order. */
function answerParts(answer: (part: Part, index: number) => object, sent: Part[] = []): void {
  mock(ORG)
    .post(COMPOSITE)
    .reply(async (request: Request) => {
      const { compositeRequest } = (await request.json()) as { compositeRequest: Part[] }
      sent.push(...compositeRequest)
      const compositeResponse = compositeRequest.map((part, index) => ({
        referenceId: part.referenceId,
        httpHeaders: {},
        ...answer(part, index),
      }))
      return [200, { compositeResponse: compositeResponse.toReversed() }]
    })
}
const allSaved = ({ body }: Part): object => ({
  httpStatusCode: 200,
  body: body.records.map(({ id }) => saved(id)),
})
const wholeRefusal = (httpStatusCode: number, errorCode: string): object => ({
  httpStatusCode,
  body: [{ errorCode, message: 'about jane@example.org' }],
})

describe('a write of more than two hundred', () => {
  test('is one call of five collections, each with headers of its own', async () => {
    grantToken(mock(LOGIN))
    const sent: Part[] = []
    answerParts(allSaved, sent)

    const results = await createConnector().write(leads(1000))

    expect(results).toEqual(leads(1000).map(({ ref }) => ({ ref, outcome: 'written' })))
    expect(sent.map(({ body }) => body.records.length)).toEqual([200, 200, 200, 200, 200])
    for (const { httpHeaders } of sent) {
      expect(httpHeaders).toEqual({
        'Sforce-Auto-Assign': 'FALSE',
        'Sforce-Duplicate-Rule-Header': 'allowSave=true',
      })
    }
  })

  test('sends only the collection again that was not taken', async () => {
    grantToken(mock(LOGIN))
    const busy = wholeRefusal(500, 'UNABLE_TO_LOCK_ROW')
    answerParts((part, index) => (index === 1 ? busy : allSaved(part)))
    const again: unknown[] = []
    mock(ORG)
      .matchHeader('sforce-auto-assign', 'FALSE')
      .patch(COLLECTIONS, ({ records }: Part['body']) => {
        again.push(...records.map(({ id }) => id))
        return true
      })
      .reply(200, () =>
        leads(400)
          .slice(200)
          .map(({ ref }) => saved(ref.id)),
      )

    const results = await createConnector().write(leads(450))

    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['written']))
    expect(again).toEqual(
      leads(400)
        .slice(200)
        .map(({ ref }) => ref.id),
    )
  })

  test('isolates what Salesforce cannot read by halves', async () => {
    grantToken(mock(LOGIN))
    const bad = leads(1)[0]?.ref.id
    const unreadable = wholeRefusal(400, 'JSON_PARSER_ERROR')
    answerParts((part, index) => (index === 0 ? unreadable : allSaved(part)))
    mock(ORG)
      .patch(COLLECTIONS)
      .times(16)
      .reply(async (request: Request) => {
        const { records } = (await request.json()) as Part['body']
        return records.some(({ id }) => id === bad)
          ? [400, [{ errorCode: 'JSON_PARSER_ERROR', message: 'x' }]]
          : [200, records.map(({ id }) => saved(id))]
      })

    const results = await createConnector().write(leads(250))

    expect(results.filter(({ outcome }) => outcome !== 'written')).toEqual([
      { ref: { object: 'lead', id: bad }, outcome: 'refused', code: 'salesforce-refused' },
    ])
  })

  test('that outlasts the wait for an answer goes on collection by collection', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .post(COMPOSITE)
      .times(5)
      .replyWithError(Object.assign(new Error('x'), { code: 'ETIMEDOUT' }))
    mock(ORG)
      .patch(COLLECTIONS)
      .times(2)
      .reply(async (request: Request) => {
        const { records } = (await request.json()) as Part['body']
        return [200, records.map(({ id }) => saved(id))]
      })

    const results = await createConnector().write(leads(250))

    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['written']))
  })

  test('of which nothing can be reached is left to the queue as a whole', async () => {
    grantToken(mock(LOGIN))
    mock(ORG).post(COMPOSITE).times(5).reply(503, 'maintenance')

    const error = await errorOf(createConnector().write(leads(201)))

    expect(error).toMatchObject({ name: 'TransientError' })
  })
})
