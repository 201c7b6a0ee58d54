import { PermanentError, TransientError } from '#src/errors.ts'
import type { Intent } from '#src/ports.ts'
import type { SalesforceTransport } from '../transport/transport.ts'
import { pairUp, type RecordAnswer, type RecordAnswers } from './write-answer.ts'
import { type CollectionAnswer, sendCollection } from './write-collections.ts'

const UNREADABLE = 'salesforce-refused'
/** What concerns records of this collection; anything else concerns the connection. */
const REFUSALS = new Set(['salesforce-field-hidden', 'salesforce-object-hidden', UNREADABLE])

/**
 * Sends a collection that was not taken as a whole again in parts: first object by object, so that a
 * field hidden on one of them keeps no other from being written, then by halves until what Salesforce
 * cannot read is alone.
 */
export async function sendApart(
  transport: SalesforceTransport,
  intents: readonly Intent[],
  failure: PermanentError | TransientError,
): Promise<RecordAnswers> {
  const parts = failure instanceof TransientError ? [intents] : partsOf(intents, failure)
  if (parts.length === 0) return pairUp(intents, () => lastWord(failure))
  const answers: RecordAnswers[] = []
  for (const part of parts) {
    const answer = await trySending(transport, part)
    const isSplit = answer instanceof PermanentError
    if (answer instanceof TransientError) {
      answers.push(pairUp(part, () => ({ said: 'nothing', code: answer.code })))
    } else {
      answers.push(isSplit ? await sendApart(transport, part, answer) : answer)
    }
  }
  return new Map(answers.flatMap((some) => [...some]))
}

/** The collection's records answered, or why it was not taken. Throws what stops every write. */
export async function trySending(
  transport: SalesforceTransport,
  intents: readonly Intent[],
): Promise<CollectionAnswer> {
  try {
    return await sendCollection(transport, intents)
  } catch (error) {
    if (error instanceof TransientError) return error
    if (error instanceof PermanentError && REFUSALS.has(error.code)) return error
    throw error
  }
}

/** A hidden field is looked up and named later; what could not be read waits for a person. */
function lastWord({ code }: PermanentError | TransientError): RecordAnswer {
  if (code !== UNREADABLE) return { said: 'nothing', code }
  return { said: 'errors', errors: [{ code, message: '', fields: [] }] }
}

/** None: there is nothing left to take apart. */
function partsOf(
  intents: readonly Intent[],
  failure: PermanentError,
): readonly (readonly Intent[])[] {
  if (!REFUSALS.has(failure.code)) throw failure
  const byObject = [...Map.groupBy(intents, ({ ref }) => ref.object).values()]
  if (byObject.length > 1) return byObject
  if (failure.code !== UNREADABLE || intents.length < 2) return []
  const middle = Math.ceil(intents.length / 2)
  return [intents.slice(0, middle), intents.slice(middle)]
}
