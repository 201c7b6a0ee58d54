import { PermanentError } from '#src/errors.ts'
import { type ApiCall, type ApiReply, ok } from '../rest/route.ts'
import type { ValidationRule, ValidationRules } from '../saving/validation-rules.ts'
import type { Condition, Query } from '../soql/ast.ts'
import { malformedQuery } from '../soql/tokenize.ts'

const COLUMNS: Readonly<Record<string, (rule: ValidationRule) => unknown>> = {
  ValidationName: ({ name }) => name,
  Active: ({ active = true }) => active,
  ErrorMessage: ({ message }) => message,
  ErrorDisplayField: ({ displayField }) => displayField ?? null,
}

/** Tooling API, ValidationRule: by object, and active ones alone where that is asked for. */
export function queryValidationRules(
  rules: ValidationRules,
  call: ApiCall,
  query: Query,
): ApiReply {
  const wanted = conditionsOf(query.where).map(readCondition)
  const object = wanted.find((one) => one.object !== undefined)?.object
  if (object === undefined) throw malformedQuery('ValidationRule is asked for by its object here')
  const found = rules
    .of(object)
    .filter(({ active = true }) => wanted.every((one) => (one.active ?? active) === active))
  const records = found.map((rule) => ({
    attributes: {
      type: 'ValidationRule',
      url: `/services/data/v${call.version}/tooling/sobjects/ValidationRule/${rule.name}`,
    },
    ...Object.fromEntries(query.fields.map(([name = '']) => [name, columnOf(name)(rule)])),
  }))
  return ok({ size: records.length, totalSize: records.length, done: true, records })
}

function conditionsOf(where: Condition | undefined): readonly Condition[] {
  if (where === undefined) return []
  return where.kind === 'and' ? where.parts.flatMap(conditionsOf) : [where]
}

function readCondition(condition: Condition): { object?: string; active?: boolean } {
  if (condition.kind === 'compare' && condition.operator === '=') {
    const path = condition.path.join('.').toLowerCase()
    const { value } = condition
    if (path === 'entitydefinition.qualifiedapiname' && value.kind === 'string') {
      return { object: value.value }
    }
    if (path === 'active' && value.kind === 'boolean') return { active: value.value }
  }
  throw malformedQuery('ValidationRule cannot be filtered like this')
}

function columnOf(name: string): (rule: ValidationRule) => unknown {
  const column = COLUMNS[name]
  if (column !== undefined) return column
  throw new PermanentError('INVALID_FIELD', `No such column '${name}' on ValidationRule.`)
}
