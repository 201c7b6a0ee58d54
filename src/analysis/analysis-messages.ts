import type { Case } from '../outcomes/case.ts'
import type { Audience } from '../ports.ts'
import type { AnalysisWork, WorkedOut } from './analysis-work.ts'

/** What a thread is begun with: models as texts, as a compiled one cannot be sent. */
export interface ThreadStart extends AnalysisWork {
  readonly texts: Readonly<Partial<Record<Audience, string>>>
}

/** A page of cases; without one there are no more. */
export interface ThreadPage {
  readonly cases: readonly Case[] | undefined
}

export type ThreadAnswer =
  | { readonly taken: number }
  | { readonly workedOut: WorkedOut }
  | { readonly failed: string }
