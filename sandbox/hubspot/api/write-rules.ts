import type { ValueProblem } from '#sandbox/hubspot/portal/property-values.ts'

/** What an admin's settings add to HubSpot's own checks of a write. */
export interface WriteRules {
  /** Records whose every write is refused because another property is missing, by record id. */
  readonly required: Map<string, string>
  /** Trace ids on a batch update count for nothing: one bad row refuses all (unsettled in the docs). */
  traceIdsIgnored: boolean
}

export function createWriteRules(): WriteRules {
  return { required: new Map(), traceIdsIgnored: false }
}

/** Conditionally required properties hold for writes by API too ("CRM API write validation"). */
export function requiredProblem(
  { required }: WriteRules,
  id: string,
  properties: Readonly<Record<string, unknown>>,
): ValueProblem | undefined {
  const name = required.get(id)
  if (name === undefined || name in properties) return undefined
  return { name, error: 'REQUIRED_FIELD', message: `${name} is required for this record` }
}
