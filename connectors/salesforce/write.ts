import { z } from 'zod'
import type { WriteResult } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { Intent, RecordObject } from '#src/ports.ts'
import { vendorErrors } from './error-body.ts'
import { judgeRecord, unexpectedAnswer } from './errors.ts'
import { COLLECTIONS } from './paths.ts'
import { renderValues } from './properties.ts'
import { RECORD_OBJECTS, SOBJECTS } from './sobjects.ts'
import { parseBody, type SalesforceTransport } from './transport.ts'

/** REST guide, "Update Multiple Records with Fewer Round-Trips": 200 records, ten runs of one type. */
export const WRITE_BATCH_SIZE = 200

const LABEL = `PATCH ${COLLECTIONS}`

/**
 * Without the first header an update may hand a lead to another owner (REST guide, "Assignment Rule
 * Header"); with the second, duplicate rules that only warn let the write pass.
 */
const HEADERS = {
  'Sforce-Auto-Assign': 'FALSE',
  'Sforce-Duplicate-Rule-Header': 'allowSave=true',
}

const SaveResult = z.object({
  success: z.boolean(),
  errors: z.array(z.unknown()).nullish(),
})
const SaveResults = z.array(SaveResult)
type SaveResult = z.infer<typeof SaveResult>

/** Writes whole batches in one call; one record's refusal leaves the others written. */
export async function writeIntents(
  transport: SalesforceTransport,
  intents: readonly Intent[],
): Promise<readonly WriteResult[]> {
  if (intents.length > WRITE_BATCH_SIZE) {
    throw new PermanentError('write-batch-too-large', `${intents.length} intents in one write.`)
  }
  if (intents.length === 0) return []
  const inRuns = RECORD_OBJECTS.flatMap((object) => runOf(intents, object))
  const body = { allOrNone: false, records: inRuns.map(({ intent }) => toRecord(intent)) }
  const saved = await transport.request(
    { method: 'PATCH', path: COLLECTIONS, headers: HEADERS, body },
    (answer) => readResults(answer, inRuns.length),
  )
  const results = inRuns.map(({ intent, index }, position) => ({
    index,
    result: resultOf(intent, saved[position]),
  }))
  return results.toSorted((a, b) => a.index - b.index).map(({ result }) => result)
}

interface Placed {
  readonly intent: Intent
  readonly index: number
}

/** Records of one type must stand together: each change of type starts a new run. */
function runOf(intents: readonly Intent[], object: RecordObject): readonly Placed[] {
  return intents
    .map((intent, index) => ({ intent, index }))
    .filter(({ intent }) => intent.ref.object === object)
}

function toRecord({ ref, values }: Intent): Readonly<Record<string, unknown>> {
  return {
    attributes: { type: SOBJECTS[ref.object] },
    id: ref.id,
    ...renderValues(values),
  }
}

function readResults(answer: unknown, expected: number): readonly SaveResult[] {
  const results = parseBody(SaveResults, answer, LABEL)
  if (results.length !== expected) throw unexpectedAnswer(LABEL)
  return results
}

function resultOf({ ref }: Intent, saved: SaveResult | undefined): WriteResult {
  if (saved?.success === true) return { ref, outcome: 'written' }
  return judgeRecord(ref, vendorErrors(saved?.errors ?? []))
}
