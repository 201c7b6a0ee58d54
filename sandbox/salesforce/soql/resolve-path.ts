import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import type { FieldValue, Row } from '../row.ts'
import { type FieldDef, text } from '../schema/field.ts'
import type { ObjectDef } from '../schema/object.ts'
import type { FieldPath } from './ast.ts'

/** One parent on the way to a field: the path name and the object it leads to. */
interface Step {
  readonly name: string
  readonly idField: string
}

export interface ResolvedPath {
  readonly steps: readonly Step[]
  readonly field: FieldDef
  readonly read: (row: Row) => FieldValue
}

/** What a lookup to several objects offers: the fields of the Name object (SOQL Reference, "Polymorphic Keys"). */
const POLYMORPHIC = ['Id', 'Name', 'Type', 'FirstName', 'LastName', 'Email', 'Phone', 'Title']
const TYPE_FIELD = text('Type', 40)

/** Follows a path from an object as one user sees it. Throws INVALID_FIELD. */
export function resolvePath(
  org: Org,
  userId: string,
  from: ObjectDef,
  path: FieldPath,
): ResolvedPath {
  const names =
    path[0]?.toLowerCase() === from.name.toLowerCase() && path.length > 1 ? path.slice(1) : path
  const [head = '', ...rest] = names
  if (rest.length === 0) return resolveField(org, userId, from, head)
  const lookup = [...from.fields.values()].find(
    (def) => def.relationshipName?.toLowerCase() === head.toLowerCase(),
  )
  if (lookup === undefined) throw noRelationship(head, from)
  const tail =
    lookup.referenceTo.length > 1
      ? resolvePolymorphic(org, userId, lookup, rest)
      : resolveParent(org, userId, lookup, rest)
  const step: Step = { name: lookup.relationshipName ?? head, idField: lookup.name }
  return {
    steps: [step, ...tail.steps],
    field: tail.field,
    read(row) {
      const parent = parentOf(org, row[lookup.name])
      return parent === undefined ? null : tail.read(parent)
    },
  }
}

function resolveField(org: Org, userId: string, from: ObjectDef, name: string): ResolvedPath {
  const field = org.access.field(userId, from, name)
  if (field === undefined) {
    throw new PermanentError(
      'INVALID_FIELD',
      `No such column '${name}' on entity '${from.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
    )
  }
  return { steps: [], field, read: (row) => row[field.name] ?? null }
}

function resolveParent(org: Org, userId: string, lookup: FieldDef, rest: FieldPath): ResolvedPath {
  const parent = org.schema.object(lookup.referenceTo[0] ?? '')
  if (parent === undefined)
    throw new PermanentError('INVALID_FIELD', `No such relation '${lookup.name}'`)
  return resolvePath(org, userId, parent, rest)
}

function resolvePolymorphic(
  org: Org,
  userId: string,
  lookup: FieldDef,
  rest: FieldPath,
): ResolvedPath {
  const name = POLYMORPHIC.find((known) => known.toLowerCase() === rest[0]?.toLowerCase())
  if (name === undefined || rest.length > 1) {
    throw new PermanentError(
      'INVALID_FIELD',
      `No such column '${rest.join('.')}' on entity 'Name'.`,
    )
  }
  if (name === 'Type') {
    const typeOf = (row: Row): FieldValue => org.schema.objectOfId(String(row['Id']))?.name ?? null
    return { steps: [], field: TYPE_FIELD, read: typeOf }
  }
  const target = org.schema.object(lookup.referenceTo[0] ?? '')
  const field = target === undefined ? undefined : org.access.field(userId, target, name)
  return { steps: [], field: field ?? text(name, 255), read: (row) => row[name] ?? null }
}

function parentOf(org: Org, id: FieldValue | undefined): Row | undefined {
  if (typeof id !== 'string') return undefined
  const object = org.schema.objectOfId(id)
  return object === undefined ? undefined : org.records.get(object.name, id)
}

function noRelationship(name: string, from: ObjectDef): PermanentError {
  return new PermanentError(
    'INVALID_FIELD',
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. (on ${from.name})`,
  )
}
