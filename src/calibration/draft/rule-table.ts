import type { Dataset } from '../dataset.ts'

/** A column of the history that says `yes` where a rule of the model in force counted. */
export interface RuleColumn {
  /** `rule:<axis>/<group>/<rule>` */
  readonly column: string
  readonly axis: 'fit' | 'engagement'
  readonly group: string
  readonly rule: string
  /** The points the rule has now. */
  readonly present: number
}

/** A history with one column per rule that may be re-pointed, and one per fact no rule asks about yet. */
export interface RuleTable {
  readonly data: Dataset
  readonly rules: readonly RuleColumn[]
  readonly facts: readonly string[]
}
