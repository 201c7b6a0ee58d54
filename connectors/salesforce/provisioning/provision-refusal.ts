import type { PermanentError } from '#src/errors.ts'
import { provisionRefused } from '../transport/errors.ts'
import type { Refusal } from './metadata-api.ts'

const TODO =
  'In Salesforce, an admin gives the user Leadwell connects as the permissions "Customize Application", "Modify Metadata Through Metadata API Functions" and "Manage Profiles and Permission Sets" and runs this again; or deploys crm/salesforce and assigns the permission set "Leadwell Integration" to that user.'
const LIMIT_TODO =
  'In Salesforce, Setup, Object Manager, Fields & Relationships: delete custom fields nobody uses and erase them from Deleted Fields, or ask Salesforce for a higher limit; then run this again.'

/** Salesforce words it differently by edition and object; no reference gives the code. */
const FIELD_LIMIT =
  /(maximum number|limit).{0,40}custom fields?|custom fields?.{0,40}(maximum|limit)/i

/** What could not be done, each by its name and in words, with what somebody has to see to. */
export function refusalOf({
  left,
  refusals,
  failure,
}: {
  /** Components that are still not as they should be. */
  readonly left: readonly string[]
  readonly refusals: readonly Refusal[]
  /** Refused as a whole: the call, not a component. */
  readonly failure: PermanentError | undefined
}): PermanentError {
  const reasons = new Map(refusals.map((refusal) => [refusal.fullName, refusal]))
  const named = left.map((name) => {
    const refusal = reasons.get(name)
    return refusal === undefined ? name : `${name} (${wordsOf(refusal)})`
  })
  const overLimit = refusals.some(isFieldLimit)
  return provisionRefused(
    failure === undefined ? named : [...named, failure.message.replace(/\.$/, '')],
    overLimit ? LIMIT_TODO : TODO,
  )
}

function wordsOf(refusal: Refusal): string {
  const { code } = refusal.error
  if (isFieldLimit(refusal)) {
    return `the limit of custom fields on ${refusal.fullName.split('.')[0]} is reached`
  }
  return code.startsWith('INSUFFICIENT_ACCESS')
    ? 'the user Leadwell connects as lacks a permission for it'
    : code
}

function isFieldLimit({ error }: Refusal): boolean {
  return FIELD_LIMIT.test(error.message)
}
