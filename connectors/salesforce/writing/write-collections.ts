import { z } from 'zod'
import type { PermanentError, TransientError } from '#src/errors.ts'
import type { Intent } from '#src/ports.ts'
import { renderValues } from '../provisioning/properties.ts'
import { SOBJECTS } from '../schema/sobjects.ts'
import { vendorErrors } from '../transport/error-body.ts'
import { failureOf, unexpectedAnswer } from '../transport/errors.ts'
import { COLLECTIONS, COMPOSITE } from '../transport/paths.ts'
import { parseBody, type SalesforceTransport } from '../transport/transport.ts'
import { pairUp, type RecordAnswers, recordErrors, SAVED } from './write-answer.ts'

/** REST guide, "Update Multiple Records with Fewer Round-Trips": 200 records, ten runs of one type. */
export const COLLECTION_SIZE = 200
/** REST guide, "Send Multiple Requests Using Composite": five of the parts may be collections. */
export const COLLECTIONS_PER_CALL = 5

/**
 * Without the first header an update may hand a lead to another owner (REST guide, "Assignment Rule
 * Header"); with the second, duplicate rules that only warn let the write pass. The parts of a composite
 * call inherit neither from the call around them.
 */
export const WRITE_HEADERS = {
  'Sforce-Auto-Assign': 'FALSE',
  'Sforce-Duplicate-Rule-Header': 'allowSave=true',
}

/** What was answered record by record, or why the whole collection was not taken. */
export type CollectionAnswer = RecordAnswers | PermanentError | TransientError

const LABEL = `PATCH ${COLLECTIONS}`

const SaveResults = z.array(
  z.object({ success: z.boolean(), errors: z.array(z.unknown()).nullish() }),
)
const CompositeAnswer = z.object({
  compositeResponse: z.array(
    z.object({ body: z.unknown(), httpStatusCode: z.number(), referenceId: z.string() }),
  ),
})

/** One collection in a call of its own. */
export async function sendCollection(
  transport: SalesforceTransport,
  intents: readonly Intent[],
): Promise<RecordAnswers> {
  return await transport.request(
    { method: 'PATCH', path: COLLECTIONS, headers: WRITE_HEADERS, body: bodyOf(intents) },
    (answer) => readResults(answer, intents),
  )
}

/** Up to five collections in one call that counts once; each is taken or refused for itself. */
export async function sendCollections(
  transport: SalesforceTransport,
  collections: readonly (readonly Intent[])[],
): Promise<readonly CollectionAnswer[]> {
  const compositeRequest = collections.map((intents, index) => ({
    method: 'PATCH',
    url: COLLECTIONS,
    referenceId: `c${index}`,
    httpHeaders: WRITE_HEADERS,
    body: bodyOf(intents),
  }))
  const body = { allOrNone: false, compositeRequest }
  return await transport.request({ method: 'POST', path: COMPOSITE, body }, (answer) => {
    const { compositeResponse } = parseBody(CompositeAnswer, answer, `POST ${COMPOSITE}`)
    const parts = new Map(compositeResponse.map((part) => [part.referenceId, part]))
    return collections.map((intents, index) => readPart(parts.get(`c${index}`), intents))
  })
}

function readPart(
  part: { body?: unknown; httpStatusCode: number } | undefined,
  intents: readonly Intent[],
): CollectionAnswer {
  if (part === undefined) throw unexpectedAnswer(LABEL)
  const status = part.httpStatusCode
  if (status >= 200 && status < 300) return readResults(part.body, intents)
  const failure = failureOf({ status, errors: vendorErrors(part.body), label: LABEL })
  // The whole call is sent again with a new token.
  if (failure.code === 'salesforce-session-ended') throw failure
  return failure
}

function bodyOf(intents: readonly Intent[]): object {
  const records = intents.map(({ ref, values }) => ({
    attributes: { type: SOBJECTS[ref.object] },
    id: ref.id,
    ...renderValues(values),
  }))
  return { allOrNone: false, records }
}

function readResults(answer: unknown, intents: readonly Intent[]): RecordAnswers {
  const results = parseBody(SaveResults, answer, LABEL)
  if (results.length !== intents.length) throw unexpectedAnswer(LABEL)
  return pairUp(intents, (_, index) => {
    const result = results[index]
    if (result?.success === true) return SAVED
    return { said: 'errors', errors: recordErrors(result?.errors) }
  })
}
