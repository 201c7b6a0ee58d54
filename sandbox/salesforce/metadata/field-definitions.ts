import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import { type ApiCall, type ApiReply, ok } from '../rest/route.ts'
import type { FieldDef } from '../schema/field.ts'
import type { Condition, Query } from '../soql/ast.ts'
import { parseQuery } from '../soql/parse-query.ts'
import { malformedQuery } from '../soql/tokenize.ts'

const COLUMNS: Readonly<Record<string, (def: FieldDef) => unknown>> = {
  QualifiedApiName: ({ name }) => name,
  DeveloperName: ({ name }) => name.replace(/__c$/, ''),
  Label: ({ label }) => label,
  DataType: dataType,
  SecurityClassification: ({ securityClassification }) => securityClassification ?? null,
  ComplianceGroup: ({ complianceGroup }) => complianceGroup.join(';') || null,
}

/**
 * `FieldDefinition` of one object, hidden fields too. The Tooling API wants exactly one object named
 * by equality and knows no OR, COUNT or GROUP BY here ("SOQL Operation Limitations").
 */
export function queryFieldDefinitions(org: Org, call: ApiCall): ApiReply {
  const query = parseQuery(call.query.get('q') ?? '')
  if (query.from.toLowerCase() !== 'fielddefinition') throw unsupported(query.from)
  const object = org.schema.object(objectNamedIn(query))
  const records = [...(object?.fields.values() ?? [])].map((def) => {
    const columns = query.fields.map(([name = '']) => [name, columnOf(name)(def)] as const)
    const url = `/services/data/v${call.version}/tooling/sobjects/FieldDefinition/${def.name}`
    return { attributes: { type: 'FieldDefinition', url }, ...Object.fromEntries(columns) }
  })
  return ok({ size: records.length, totalSize: records.length, done: true, records })
}

function objectNamedIn({ where }: Query): string {
  const name = where === undefined ? undefined : equalTo(where)
  if (name !== undefined) return name
  throw malformedQuery('FieldDefinition must be filtered by one EntityDefinition')
}

function equalTo(where: Condition): string | undefined {
  if (where.kind !== 'compare' || where.operator !== '=' || where.value.kind !== 'string') {
    return undefined
  }
  const path = where.path.join('.').toLowerCase()
  const named = ['entitydefinition.qualifiedapiname', 'entitydefinitionid'].includes(path)
  return named ? where.value.value : undefined
}

function columnOf(name: string): (def: FieldDef) => unknown {
  const column = COLUMNS[name]
  if (column !== undefined) return column
  throw new PermanentError('INVALID_FIELD', `No such column '${name}' on FieldDefinition.`)
}

function dataType({ type, length, precision, scale, referenceTo }: FieldDef): string {
  switch (type) {
    case 'string':
      return `Text(${length})`
    case 'textarea':
      return length > 255 ? `Long Text Area(${length})` : 'Text Area'
    case 'picklist':
      return 'Picklist'
    case 'multipicklist':
      return 'Picklist (Multi-Select)'
    case 'boolean':
      return 'Checkbox'
    case 'datetime':
      return 'Date/Time'
    case 'reference':
      return `Lookup(${referenceTo.join(',')})`
    case 'int':
    case 'double':
      return `Number(${precision}, ${scale})`
    case 'id':
    case 'currency':
    case 'percent':
    case 'date':
    case 'email':
    case 'phone':
    case 'url':
      return type.charAt(0).toUpperCase() + type.slice(1)
  }
}

function unsupported(name: string): PermanentError {
  return new PermanentError('INVALID_TYPE', `sObject type '${name}' is not supported.`)
}
