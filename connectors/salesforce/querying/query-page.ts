import { z } from 'zod'
import { PermanentError, TransientError } from '#src/errors.ts'
import { vendorErrors } from '../transport/error-body.ts'
import { failureOf, unexpectedAnswer } from '../transport/errors.ts'
import { pathLabel } from '../transport/paths.ts'
import { parseBody, type SalesforceTransport } from '../transport/transport.ts'

export type Row = Readonly<Record<string, unknown>>

const Page = z.object({
  records: z.array(z.record(z.string(), z.unknown())),
  done: z.boolean(),
  totalSize: z.number(),
  nextRecordsUrl: z.string().nullish(),
})
/** Some rows of a query and where the next ones are. */
export type Page = z.infer<typeof Page>

const CompositeAnswer = z.object({
  compositeResponse: z.array(
    z.object({ body: z.unknown(), httpStatusCode: z.number(), referenceId: z.string() }),
  ),
})

export async function getPage(transport: SalesforceTransport, path: string): Promise<Page> {
  return await transport.request({ method: 'GET', path }, (body) =>
    parseBody(Page, body, `GET ${pathLabel(path)}`),
  )
}

/** Pages of several queries in one call, in order; a refusal stays with its query. */
export async function getPagesTogether(
  transport: SalesforceTransport,
  composite: string,
  paths: readonly string[],
): Promise<readonly (Page | PermanentError)[]> {
  const compositeRequest = paths.map((url, index) => ({
    method: 'GET',
    url,
    referenceId: `q${index}`,
  }))
  const body = { allOrNone: false, compositeRequest }
  return await transport.request({ method: 'POST', path: composite, body }, (answer) => {
    const { compositeResponse } = parseBody(CompositeAnswer, answer, `POST ${composite}`)
    const byReference = new Map(compositeResponse.map((part) => [part.referenceId, part]))
    return compositeRequest.map(({ referenceId, url }, index) =>
      pageOf(byReference.get(referenceId) ?? compositeResponse[index], `GET ${pathLabel(url)}`),
    )
  })
}

/** Throws what may pass, so that the whole call is tried again. */
function pageOf(
  part: { body?: unknown; httpStatusCode: number } | undefined,
  label: string,
): Page | PermanentError {
  if (part === undefined) throw unexpectedAnswer(label)
  const status = part.httpStatusCode
  if (status >= 200 && status < 300) return parseBody(Page, part.body, label)
  const failure = failureOf({ status, errors: vendorErrors(part.body), label })
  const passes = !(failure instanceof PermanentError) || failure.code === 'salesforce-session-ended'
  if (passes) throw failure
  return failure
}

export function unfinished(message: string): PermanentError {
  return new PermanentError('salesforce-query-unfinished', message)
}

/** Rows may go while the pages are read; asked anew, the count fits again. */
export function short(got: number, counted: number): TransientError {
  const message = `A query of Salesforce gave ${got} of the ${counted} rows it counted.`
  return new TransientError('salesforce-query-short', message)
}

/** What concerns one query alone; anything else concerns the connection. */
const REFUSALS = new Set([
  'salesforce-field-hidden',
  'salesforce-object-hidden',
  'salesforce-access-denied',
  'salesforce-not-found',
  'salesforce-refused',
])

/** The refusal of one query; throws whatever else went wrong. */
export function refusalOf(error: unknown): PermanentError {
  if (error instanceof PermanentError && REFUSALS.has(error.code)) return error
  throw error
}

/** Whether an error says that a resource is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof PermanentError && error.code === 'salesforce-not-found'
}
