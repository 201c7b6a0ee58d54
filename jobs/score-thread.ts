/** Scores chunks handed in by the thread that started it. */
import { parentPort } from 'node:worker_threads'
import { compareModels } from '#src/decision/compare-models.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import { errorCode } from '#src/errors.ts'
import { loadShippedModels, withOwnModels } from '#src/models.ts'
import { type RescoreBy, rescoreRows } from './rescore-rows.ts'
import {
  type ModelTexts,
  nameOf,
  type RunModels,
  type ThreadAnswer,
  type ThreadInput,
} from './thread-messages.ts'

const shipped = loadShippedModels()
/** A run has one set of models from its beginning to its end. */
let kept: { readonly name: string; readonly by: RescoreBy } | undefined

async function madeOf(models: RunModels): Promise<RescoreBy> {
  const { after, before, segments } = models
  const name = nameOf(models)
  if (kept?.name !== name) {
    const compiled = await compile(after)
    const same = before && compareModels(await compile(before), compiled)
    const decider = createDecider({ ...compiled, segments: segments.approved })
    kept = { name, by: { decider, same } }
  }
  return kept.by
}

async function compile({ name, texts }: ModelTexts) {
  return withOwnModels(await shipped, texts, name)
}

parentPort?.on('message', (input: ThreadInput) => {
  void madeOf(input.models)
    .then((by): ThreadAnswer => {
      const { toScore } = input
      if (toScore === undefined) {
        return {
          standing: { unchanged: by.same?.unchanged ?? [], narrowed: by.same?.narrowed ?? [] },
        }
      }
      return { rescored: rescoreRows(by, toScore) }
    })
    .catch((error: unknown): ThreadAnswer => ({ failed: errorCode(error) }))
    .then((answer) => parentPort?.postMessage(answer))
})
