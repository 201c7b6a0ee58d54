import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import { describePath } from '../transport/paths.ts'
import { parseBody, type SalesforceTransport } from '../transport/transport.ts'

const Describe = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string().nullish(),
      type: z.string().nullish(),
      custom: z.boolean().nullish(),
      /** The address or name a field is part of. */
      compoundFieldName: z.string().nullish(),
      relationshipName: z.string().nullish(),
      referenceTo: z.array(z.string()).nullish(),
      picklistValues: z.array(z.object({ value: z.string() })).nullish(),
      updateable: z.boolean().nullish(),
    }),
  ),
})
export type Describe = z.infer<typeof Describe>

const NOT_THERE = new Set([
  'salesforce-not-found',
  'salesforce-object-hidden',
  'salesforce-access-denied',
])

/** `undefined` when the object does not exist or is hidden. */
export async function describe(
  transport: SalesforceTransport,
  sobject: string,
): Promise<Describe | undefined> {
  const path = describePath(sobject)
  try {
    return await transport.request({ method: 'GET', path }, (body) =>
      parseBody(Describe, body, `GET ${path}`),
    )
  } catch (error) {
    if (error instanceof PermanentError && NOT_THERE.has(error.code)) return undefined
    throw error
  }
}
