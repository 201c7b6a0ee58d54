/** Works one analysis out from the cases the thread that started it hands in. */
import { parentPort, workerData } from 'node:worker_threads'
import { errorCode } from '../errors.ts'
import { loadShippedModels, withOwnModels } from '../models.ts'
import type { ThreadAnswer, ThreadPage, ThreadStart } from './analysis-messages.ts'
import { createAnalyst } from './analysis-work.ts'

const { texts, ...work }: ThreadStart = workerData

const analyst = loadShippedModels().then((shipped) =>
  createAnalyst(work, withOwnModels(shipped, texts, work.portal).models),
)

async function answer({ cases }: ThreadPage): Promise<ThreadAnswer> {
  const { take, workOut } = await analyst
  if (cases === undefined) return { workedOut: workOut() }
  take(cases)
  return { taken: cases.length }
}

parentPort?.on('message', (page: ThreadPage) => {
  void answer(page)
    .catch((error: unknown): ThreadAnswer => ({ failed: errorCode(error) }))
    .then((said) => parentPort?.postMessage(said))
})
