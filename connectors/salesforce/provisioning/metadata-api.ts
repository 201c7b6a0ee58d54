import { z } from 'zod'
import { TransientError } from '#src/errors.ts'
import { vendorErrors } from '../transport/error-body.ts'
import { failureOf, unexpectedAnswer, type VendorError } from '../transport/errors.ts'
import { METADATA } from '../transport/paths.ts'
import type { SalesforceTransport } from '../transport/transport.ts'

export type MetadataType = 'CustomField' | 'PermissionSet'
/** Content of a component by the names of the Metadata API. */
export type Metadata = Readonly<Record<string, unknown>>
export type Component = Metadata & { readonly fullName: string }

/** A component Salesforce did not take, with its first reason. */
export interface Refusal {
  readonly fullName: string
  readonly error: VendorError
}

/** Metadata API guide, "upsertMetadata()" and "readMetadata()": components of one type in one call. */
const COMPONENTS_PER_CALL = 10
const LABEL = `POST ${METADATA}`
const UNTOLD: VendorError = { code: 'UNKNOWN_EXCEPTION', message: '' }

/** jsforce casts by the WSDL; a list of one error may come as that error alone. */
const Outcomes = z.array(
  z.object({ success: z.boolean(), fullName: z.string(), errors: z.unknown() }),
)
const Found = z.array(z.record(z.string(), z.unknown()).nullish())

/** Components by lower-case full name; what does not exist is missing. */
export async function readMetadata(
  transport: SalesforceTransport,
  type: MetadataType,
  fullNames: readonly string[],
): Promise<ReadonlyMap<string, Metadata>> {
  const found = new Map<string, Metadata>()
  for (const batch of batchesOf(fullNames)) {
    const answer = await transport.run(LABEL, async ({ metadata }) => {
      const records = Found.safeParse(await metadata.read(type, batch))
      if (!records.success) throw unexpectedAnswer(LABEL)
      return records.data
    })
    for (const record of answer) {
      const name = record?.['fullName']
      if (record && typeof name === 'string' && name !== '') found.set(name.toLowerCase(), record)
    }
  }
  return found
}

/** Creates or changes components, each by itself: those that were refused come back. */
export async function upsertMetadata(
  transport: SalesforceTransport,
  type: MetadataType,
  components: readonly Component[],
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = []
  for (const batch of batchesOf(components)) {
    const refused = await transport.run(LABEL, async ({ metadata }) => {
      const answer = Outcomes.safeParse(await metadata.upsert(type, batch))
      // Whoever answers something that is no SOAP looks to jsforce like nobody answering.
      if (!answer.success || answer.data.length !== batch.length) throw unexpectedAnswer(LABEL)
      return answer.data.filter(({ success }) => !success).map(refusalOf)
    })
    refusals.push(...refused)
  }
  return refusals
}

/** Throws what passes by itself, so that the call is tried again; saving twice is harmless. */
function refusalOf({ fullName, errors }: z.infer<typeof Outcomes>[number]): Refusal {
  const found = vendorErrors(errors)
  const failure = failureOf({ status: 200, errors: found, label: `upsert of ${fullName}` })
  if (failure instanceof TransientError) throw failure
  return { fullName, error: found[0] ?? UNTOLD }
}

function batchesOf<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / COMPONENTS_PER_CALL)
  return Array.from({ length: count }, (_, at) =>
    items.slice(at * COMPONENTS_PER_CALL, (at + 1) * COMPONENTS_PER_CALL),
  )
}
