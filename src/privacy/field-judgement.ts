import type { AllowedField } from './allowed-field.ts'

export type Verdict = 'allowed' | 'available' | 'risky' | 'refused'

export type JudgementCode =
  | 'mapped'
  | 'mapped-with-basis'
  | 'basis-missing'
  | 'labelled-sensitive'
  | 'classed'
  | 'health-cloud'
  | 'free-text'
  | 'open-text'
  | 'reference'
  | 'unknown-type'
  | 'name-identifier'
  | 'name-health'
  | 'name-free-text'
  | 'name-protected'
  | 'name-detected'
  | 'options-health'

export interface Reason {
  readonly code: JudgementCode
  /** One plain sentence; says nothing of any record. */
  readonly text: string
}

/** A fact a field could become. */
export interface Proposal {
  readonly entry: AllowedField
  readonly why: string
  /** Values of the field's own list that no code of the fact stands for. */
  readonly unmapped: number
}

export interface FieldJudgement {
  readonly verdict: Verdict
  /** The facts it becomes now. */
  readonly facts: readonly string[]
  readonly reasons: readonly Reason[]
  readonly proposals: readonly Proposal[]
}
