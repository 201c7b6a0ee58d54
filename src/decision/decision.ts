import type {
  ApprovedSegments,
  Audience,
  Facts,
  IntentValues,
  PortalPolicy,
  SafeRecord,
} from '../ports.ts'
import type { CompiledModel } from '../scoring/score.ts'

export interface DeciderDeps {
  readonly models: ReadonlyMap<Audience, CompiledModel>
  readonly audienceOf: (facts: Facts) => Audience
  /** What the portal approved; without them nobody belongs to a segment. */
  readonly segments?: ApprovedSegments | undefined
}

export interface DecisionInput {
  readonly record: SafeRecord
  readonly companyFacts: Facts | undefined
  /** What was last intended for this record; keeps the promised answer time, and a segment to be emptied. */
  readonly previous: Pick<IntentValues, 'tier' | 'respondBy' | 'segment'> | undefined
  /** What the portal's owner decided about consent. */
  readonly policy: PortalPolicy
  /** IANA name of the portal's time zone, whose days a note tells; unknown, those of UTC. */
  readonly timeZone?: string | undefined
  /** Epoch ms. */
  readonly now: number
}

export interface Decision {
  readonly values: IntentValues
  /** When the values change if nothing happens; epoch ms. */
  readonly nextChangeAt: number | undefined
}
