import type { ModelSet } from '#src/store/model-repositories.ts'
import type { RescoredRows, RowsToScore } from './rescore-rows.ts'

/** A portal's own models; a name stands for one set of texts for ever. */
export interface ModelTexts {
  readonly name: string
  readonly texts: ModelSet['texts']
}

/** What a run scores with, and what everything was scored with before where that is known. */
export interface RunModels {
  readonly after: ModelTexts
  readonly before: ModelTexts | undefined
}

export type ThreadInput = RowsToScore & { readonly models: RunModels }
export type ThreadAnswer = RescoredRows | { readonly failed: string }
