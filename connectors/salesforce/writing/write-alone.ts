import { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { TransientError } from '#src/errors.ts'
import type { Intent } from '#src/ports.ts'
import { renderValues } from '../provisioning/properties.ts'
import { SOBJECTS } from '../schema/sobjects.ts'
import { unexpectedAnswer } from '../transport/errors.ts'
import { COMPOSITE, sobjectPath } from '../transport/paths.ts'
import { parseBody, type SalesforceTransport } from '../transport/transport.ts'
import {
  pairUp,
  type RecordAnswer,
  type RecordAnswers,
  recordErrors,
  SAVED,
} from './write-answer.ts'
import { WRITE_HEADERS } from './write-collections.ts'
import { judgeErrors } from './write-policy.ts'

export type AloneDeps = Pick<ConnectorDeps, 'random' | 'sleep'> & {
  readonly transport: SalesforceTransport
}

/** REST guide, "Send Multiple Requests Using Composite": 25 parts, each a transaction of its own. */
const RECORDS_PER_CALL = 25
/** More at once are no passing collision; the queue brings them back. */
const MOST_RECORDS = 100
const ROUNDS = 3
const FIRST_WAIT_MS = 2_000

/**
 * Tries records again that failed for the company they were in, such as behind a locked row: locks are
 * short (Record-Level Access guide, "Record Locking"), and one locked parent fails the whole chunk a
 * trigger runs for.
 */
export async function retryAlone(deps: AloneDeps, answers: RecordAnswers): Promise<RecordAnswers> {
  let known = answers
  for (let round = 0; round < ROUNDS; round += 1) {
    const waiting = [...known].filter(([, answer]) => isWorthAnother(answer)).map(([one]) => one)
    if (waiting.length === 0 || waiting.length > MOST_RECORDS) return known
    await deps.sleep(Math.round(FIRST_WAIT_MS * 3 ** round * (0.5 + deps.random())))
    try {
      for (let start = 0; start < waiting.length; start += RECORDS_PER_CALL) {
        const some = waiting.slice(start, start + RECORDS_PER_CALL)
        known = new Map([...known, ...(await sendSingly(deps.transport, some))])
      }
    } catch (error) {
      if (error instanceof TransientError) return known
      throw error
    }
  }
  return known
}

function isWorthAnother(answer: RecordAnswer): boolean {
  if (answer.said !== 'errors') return false
  const { policy } = judgeErrors(answer.errors)
  return policy.outcome === 'retry' && policy.alone === true
}

const CompositeAnswer = z.object({
  compositeResponse: z.array(z.object({ body: z.unknown(), httpStatusCode: z.number() })),
})

async function sendSingly(
  transport: SalesforceTransport,
  intents: readonly Intent[],
): Promise<RecordAnswers> {
  const compositeRequest = intents.map(({ ref, values }, index) => ({
    method: 'PATCH',
    url: `${sobjectPath(SOBJECTS[ref.object])}/${encodeURIComponent(ref.id)}`,
    referenceId: `r${index}`,
    httpHeaders: WRITE_HEADERS,
    body: renderValues(values),
  }))
  const body = { allOrNone: false, compositeRequest }
  return await transport.request({ method: 'POST', path: COMPOSITE, body }, (answer) => {
    const { compositeResponse } = parseBody(CompositeAnswer, answer, `POST ${COMPOSITE}`)
    if (compositeResponse.length !== intents.length) throw unexpectedAnswer(`POST ${COMPOSITE}`)
    return pairUp(intents, (_, index) => {
      const part = compositeResponse[index]
      if (part !== undefined && part.httpStatusCode < 300) return SAVED
      return { said: 'errors', errors: recordErrors(part?.body) }
    })
  })
}
