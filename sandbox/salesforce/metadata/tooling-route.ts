import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import { replyToSaveErrors } from '../rest/api-error.ts'
import { valuesOf } from '../rest/object-named.ts'
import type { ApiCall, ApiReply, Route } from '../rest/route.ts'
import type { ValidationRules } from '../saving/validation-rules.ts'
import { parseQuery } from '../soql/parse-query.ts'
import { queryFieldDefinitions } from './field-definitions.ts'
import { saveField } from './save-field.ts'
import { queryValidationRules } from './validation-rule-query.ts'

/** Tooling API: how fields are classed, which validation rules there are, and making a field. */
export function toolingRoutes(
  org: Org,
  setting: { readonly viewsSetup: boolean; readonly saving: { readonly rules: ValidationRules } },
): readonly Route[] {
  const query = (call: ApiCall): ApiReply => {
    if (!setting.viewsSetup) {
      throw new PermanentError('INSUFFICIENT_ACCESS', 'insufficient access rights on object id')
    }
    const query = parseQuery(call.query.get('q') ?? '')
    const isRules = query.from.toLowerCase() === 'validationrule'
    return isRules
      ? queryValidationRules(setting.saving.rules, call, query)
      : queryFieldDefinitions(org, call)
  }
  return [
    { method: 'GET', pattern: '/tooling/query', kind: 'tooling', handle: query },
    customFieldRoute(org),
  ]
}

/** A custom field as `{FullName, Metadata}`. */
function customFieldRoute(org: Org): Route {
  const handle = (call: ApiCall): ApiReply => {
    const { FullName, Metadata } = valuesOf(call.body)
    const outcome = saveField(org, 'create', typeof FullName === 'string' ? FullName : '', Metadata)
    if (!outcome.success) return replyToSaveErrors(outcome.errors)
    const body = { id: outcome.id, success: true, errors: [], warnings: [], infos: [] }
    return { status: 201, body }
  }
  return { method: 'POST', pattern: '/tooling/sobjects/CustomField', kind: 'tooling', handle }
}
