import type { ModelComparison } from '#src/decision/compare-models.ts'
import type { ApprovedSegments } from '#src/ports.ts'
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
  readonly segments: NumberedSegments
}

/** Segments in force; the number stands for them for ever. */
interface NumberedSegments {
  readonly version: number
  readonly approved: ApprovedSegments | undefined
}

/** Models that are the same before and after, and those of which few people can get something else. */
export type StandingModels = Pick<ModelComparison, 'unchanged' | 'narrowed'>

/** Stands for both sets and the segments. */
export function nameOf({ after, before, segments }: RunModels): string {
  return `${after.name} after ${before?.name ?? 'any'}, segments ${segments.version}`
}

/** Without rows it is asked whom the models leave as they are. */
export interface ThreadInput {
  readonly models: RunModels
  readonly toScore: RowsToScore | undefined
}

export type ThreadAnswer =
  | { readonly rescored: RescoredRows }
  | { readonly standing: StandingModels }
  | { readonly failed: string }
