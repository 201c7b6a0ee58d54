import type { Org } from '../org.ts'
import { replyToSaveErrors } from '../rest/api-error.ts'
import { valuesOf } from '../rest/object-named.ts'
import type { ApiCall, ApiReply, Route } from '../rest/route.ts'
import { saveField } from './save-field.ts'

/** Tooling API: a custom field as `{FullName, Metadata}`. */
export function toolingRoute(org: Org): Route {
  const handle = (call: ApiCall): ApiReply => {
    const { FullName, Metadata } = valuesOf(call.body)
    const outcome = saveField(org, 'create', typeof FullName === 'string' ? FullName : '', Metadata)
    if (!outcome.success) return replyToSaveErrors(outcome.errors)
    const body = { id: outcome.id, success: true, errors: [], warnings: [], infos: [] }
    return { status: 201, body }
  }
  return { method: 'POST', pattern: '/tooling/sobjects/CustomField', kind: 'tooling', handle }
}
