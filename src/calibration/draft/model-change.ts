import type { FitRule } from '../../scoring/model-rules.ts'

/** One change of a draft beside what is in force. */
export interface ModelChange {
  /** What a person accepts or leaves as one: a group of the model, `new-facts` or `tiers`. */
  readonly group: string
  /** Rule id, or the name of a tier cut-off. */
  readonly rule: string
  readonly axis: 'fit' | 'engagement' | 'tiers'
  readonly action: 'change' | 'add' | 'remove' | 'keep'
  /** Sentence of the rule, or what the cut-off is. */
  readonly what: string
  readonly before: number | undefined
  readonly after: number | undefined
  /** Why, with counts where they may be shown: "312 of 2,100 like this were won, 84 of 9,000 others". */
  readonly because: string
  /** What an added rule is; of no other change. */
  readonly added?: AddedRule
}

export interface AddedRule {
  /** The fit group the rule comes to stand in; it is added with its first rule. */
  readonly into: string
  readonly rule: FitRule
  /** The reason in Spanish, where we can say it. */
  readonly spanish?: string
}

/** Groups a person accepts that are none of the model's own. */
export const NEW_FACTS = 'new-facts'
export const TIERS = 'tiers'
export const CUT_OFFS = ['sales-ready', 'nurture'] as const
