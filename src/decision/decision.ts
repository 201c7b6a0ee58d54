import type { Audience, Facts, IntentValues, PortalPolicy, SafeRecord } from '../ports.ts'
import type { CompiledModel } from '../scoring/score.ts'

export interface DeciderDeps {
  readonly models: ReadonlyMap<Audience, CompiledModel>
  readonly audienceOf: (facts: Facts) => Audience
}

export interface DecisionInput {
  readonly record: SafeRecord
  readonly companyFacts: Facts | undefined
  /** What was last intended for this record; keeps the promised answer time. */
  readonly previous: Pick<IntentValues, 'tier' | 'respondBy'> | undefined
  /** What the portal's owner decided about consent. */
  readonly policy: PortalPolicy
  /** Epoch ms. */
  readonly now: number
}

export interface Decision {
  readonly values: IntentValues
  /** When the values change if nothing happens; epoch ms. */
  readonly nextChangeAt: number | undefined
}
