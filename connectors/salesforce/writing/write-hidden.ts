import type { PermanentError } from '#src/errors.ts'
import type { RecordObject } from '#src/ports.ts'
import { FEEDBACK_FIELD } from '../provisioning/permission-set-fields.ts'
import { FIELDS, SEGMENT_FIELD } from '../provisioning/properties.ts'
import { describe } from '../schema/describe.ts'
import { RECORD_OBJECTS, SOBJECTS } from '../schema/sobjects.ts'
import type { SalesforceTransport } from '../transport/transport.ts'
import type { RecordAnswer } from './write-answer.ts'

const HIDDEN = new Set(['salesforce-field-hidden', 'salesforce-object-hidden'])

export function isHidden(code: string): boolean {
  return HIDDEN.has(code)
}

/**
 * What to say of the records of each object that shows us not all of our fields, naming the first that is
 * missing. Throws the failure when no object shows them: then nothing was provisioned, and parking every
 * record would help nobody. The segment is asked for only where one was to be written.
 */
export async function explainHidden(
  transport: SalesforceTransport,
  { failure, segmented }: { readonly failure: PermanentError; readonly segmented: boolean },
): Promise<ReadonlyMap<RecordObject, RecordAnswer>> {
  const hidden = new Map<RecordObject, RecordAnswer>()
  for (const object of RECORD_OBJECTS) {
    const answer = await explainObject(transport, object, segmented)
    if (answer !== undefined) hidden.set(object, answer)
  }
  if (hidden.size === RECORD_OBJECTS.length) throw failure
  return hidden
}

async function explainObject(
  transport: SalesforceTransport,
  object: RecordObject,
  segmented: boolean,
): Promise<RecordAnswer | undefined> {
  const described = await describe(transport, SOBJECTS[object])
  if (described === undefined) return refused('INVALID_TYPE', [])
  const seen = new Set(described.fields.map(({ name }) => name))
  const unasked = new Set(segmented ? [FEEDBACK_FIELD] : [FEEDBACK_FIELD, SEGMENT_FIELD])
  const missing = FIELDS[object].find(({ name }) => !unasked.has(name) && !seen.has(name))
  return missing === undefined ? undefined : refused('INVALID_FIELD', [missing.name])
}

function refused(code: string, fields: readonly string[]): RecordAnswer {
  return { said: 'errors', errors: [{ code, message: '', fields }] }
}
