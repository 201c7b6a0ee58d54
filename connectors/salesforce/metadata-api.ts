import { z } from 'zod'
import { vendorErrors } from './error-body.ts'
import { failureOf, unexpectedAnswer } from './errors.ts'
import type { FieldMetadata } from './field-metadata.ts'
import { METADATA } from './paths.ts'
import type { SalesforceTransport } from './transport.ts'

export type Component = FieldMetadata & { readonly fullName: string }

/** Metadata API guide, "upsertMetadata()": components of one type in one call. */
const COMPONENTS_PER_CALL = 10
const LABEL = `POST ${METADATA}`

/** jsforce casts by the WSDL; a list of one error may come as that error alone. */
const Outcome = z.object({
  success: z.boolean(),
  fullName: z.string(),
  errors: z.unknown(),
})
const Outcomes = z.array(Outcome)

/** Creates or changes components; throws PermanentError for the first that is refused. */
export async function upsertMetadata(
  transport: SalesforceTransport,
  type: 'CustomField' | 'PermissionSet',
  components: readonly Component[],
): Promise<void> {
  for (let start = 0; start < components.length; start += COMPONENTS_PER_CALL) {
    const batch = components.slice(start, start + COMPONENTS_PER_CALL)
    await transport.run(LABEL, async ({ metadata }) => {
      const answer = Outcomes.safeParse(await metadata.upsert(type, [...batch]))
      // Whoever answers something that is no SOAP looks to jsforce like nobody answering.
      if (!answer.success || answer.data.length !== batch.length) throw unexpectedAnswer(LABEL)
      for (const outcome of answer.data) refuse(outcome)
    })
  }
}

function refuse({ success, fullName, errors }: z.infer<typeof Outcome>): void {
  if (success) return
  throw failureOf({ status: 200, errors: vendorErrors(errors), label: `upsert of ${fullName}` })
}
