import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { WriteResult } from '#src/connector-port.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { Intent } from '#src/ports.ts'
import { RECORD_OBJECTS } from '../schema/sobjects.ts'
import type { SalesforceTransport } from '../transport/transport.ts'
import { retryAlone } from './write-alone.ts'
import { pairUp, type RecordAnswer, type RecordAnswers } from './write-answer.ts'
import { sendApart, trySending } from './write-apart.ts'
import {
  COLLECTION_SIZE,
  COLLECTIONS_PER_CALL,
  type CollectionAnswer,
  sendCollections,
} from './write-collections.ts'
import { explainHidden, isHidden } from './write-hidden.ts'
import { type SettleDeps, settle } from './write-settle.ts'

/** What one call carries. */
export const WRITE_BATCH_SIZE = COLLECTION_SIZE * COLLECTIONS_PER_CALL

export type WriteDeps = SettleDeps &
  Pick<ConnectorDeps, 'random' | 'sleep'> & { readonly transport: SalesforceTransport }

/**
 * Writes up to 1,000 records in one call; one result for each, in order, and one record's refusal leaves
 * the others written. Every field of ours is sent: an intent does not say what it was before, and the
 * writer hands over no record that would show the same. Throws PermanentError `salesforce-field-hidden`
 * when our fields are nowhere to be seen.
 */
export async function writeIntents(
  deps: WriteDeps,
  intents: readonly Intent[],
): Promise<readonly WriteResult[]> {
  if (intents.length > WRITE_BATCH_SIZE) {
    throw new PermanentError('write-batch-too-large', `${intents.length} intents in one write.`)
  }
  if (intents.length === 0) return []
  const sent = await send(deps.transport, collectionsOf(intents))
  const answers = await retryAlone(deps, await withoutHidden(deps.transport, sent))
  return await settle(deps, intents, answers)
}

/** Records of one type stand together: a change of type begins a new run, and ten are taken. */
function collectionsOf(intents: readonly Intent[]): readonly (readonly Intent[])[] {
  const inRuns = RECORD_OBJECTS.flatMap((object) =>
    intents.filter(({ ref }) => ref.object === object),
  )
  const count = Math.ceil(inRuns.length / COLLECTION_SIZE)
  return Array.from({ length: count }, (_, index) =>
    inRuns.slice(index * COLLECTION_SIZE, (index + 1) * COLLECTION_SIZE),
  )
}

interface Sent {
  readonly answers: RecordAnswers
  /** The last refusal for a field or object we are not shown. */
  readonly hidden: PermanentError | undefined
}

async function send(
  transport: SalesforceTransport,
  collections: readonly (readonly Intent[])[],
): Promise<Sent> {
  const first = await sendAtOnce(transport, collections)
  const answers: RecordAnswers[] = []
  let hidden: PermanentError | undefined
  for (const [index, intents] of collections.entries()) {
    const answer = first[index]
    if (answer instanceof PermanentError && isHidden(answer.code)) hidden = answer
    const isFailure = answer instanceof PermanentError || answer instanceof TransientError
    answers.push(isFailure ? await sendApart(transport, intents, answer) : (answer ?? new Map()))
  }
  return { answers: new Map(answers.flatMap((some) => [...some])), hidden }
}

/** Throws TransientError when nothing at all was answered: then no record is to blame. */
async function sendAtOnce(
  transport: SalesforceTransport,
  collections: readonly (readonly Intent[])[],
): Promise<readonly CollectionAnswer[]> {
  const [only, ...more] = collections
  if (only === undefined || more.length > 0) return await sendTogether(transport, collections)
  const answer = await trySending(transport, only)
  if (answer instanceof TransientError) throw answer
  return [answer]
}

/**
 * Five times 200 records run the customer's automation five times in one request. Where that outlasts
 * the wait for an answer, each collection gets a call of its own.
 */
async function sendTogether(
  transport: SalesforceTransport,
  collections: readonly (readonly Intent[])[],
): Promise<readonly CollectionAnswer[]> {
  try {
    return await sendCollections(transport, collections)
  } catch (error) {
    if (!(error instanceof TransientError) || error.code !== 'salesforce-unreachable') throw error
  }
  const answers: CollectionAnswer[] = []
  for (const intents of collections) {
    const answer = await trySending(transport, intents)
    // The very first already: nobody answers at all.
    if (answer instanceof TransientError && answers.length === 0) throw answer
    answers.push(answer)
  }
  return answers
}

/** Records of an object that hides our fields are refused with the name of the first; others stay as they are. */
async function withoutHidden(
  transport: SalesforceTransport,
  { answers, hidden }: Sent,
): Promise<RecordAnswers> {
  if (hidden === undefined) return answers
  const segmented = [...answers.keys()].some(({ values }) => 'segment' in values)
  const explained = await explainHidden(transport, { failure: hidden, segmented })
  return pairUp([...answers.keys()], (intent): RecordAnswer => {
    const answer = answers.get(intent)
    const isBlamed = answer === undefined || (answer.said === 'nothing' && isHidden(answer.code))
    const why = isBlamed ? explained.get(intent.ref.object) : undefined
    return why ?? answer ?? { said: 'nothing', code: hidden.code }
  })
}
