import type { Model } from '../model.ts'
import type { CompiledModel } from '../score.ts'
import type { Finding } from './finding.ts'

/** What values a fact can have, as the allow-list makes them. */
export type FactVocabulary =
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }

interface AvoidedWords {
  readonly found: string
  readonly use: string
}

interface SensitivePart {
  readonly kind: string
  readonly found: string
}

/** What lints know besides the model; handed in, as scoring knows neither privacy nor handoff. */
export interface LintDeps {
  /** Every fact a connected CRM can supply. */
  readonly facts: ReadonlyMap<string, FactVocabulary>
  /** Facts that are held to audit scores and may never make one. */
  readonly auditOnly: ReadonlySet<string>
  /** The language lint: words to avoid in a text, and what to say instead. */
  readonly wordsToAvoid: (text: string) => readonly AvoidedWords[]
  /** What the detector takes for an identifier or a term of health. */
  readonly sensitiveParts: (text: string) => readonly SensitivePart[]
}

export interface LintContext extends LintDeps {
  readonly model: Model
  readonly compiled: CompiledModel
  /** Any instant; what a lint finds does not depend on it. */
  readonly nowMs: number
}

/** One question asked of a model. Add one: its file, and its line in the registry. */
export type Lint = (context: LintContext) => readonly Finding[]
