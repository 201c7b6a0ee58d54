import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import type { Row } from '../row.ts'
import type { ObjectDef } from '../schema/object.ts'
import type { Ordering, Query } from './ast.ts'
import { type Comparable, comparableValue } from './comparable.ts'
import { compileCondition, type Predicate } from './compile-condition.ts'
import { findCandidates } from './find-candidates.ts'
import { type ResolvedPath, resolvePath } from './resolve-path.ts'

/** A query's answer before it is cut into pages. */
export interface QueryAnswer {
  readonly object: ObjectDef
  readonly paths: readonly ResolvedPath[]
  readonly rows: readonly Row[]
  readonly isCount: boolean
}

export interface QueryScope {
  readonly org: Org
  readonly userId: string
  /** `queryAll`: the recycle bin and archived activities too. */
  readonly withDeleted: boolean
}

/** Finds the rows a query asks for, in order. Throws INVALID_TYPE and INVALID_FIELD. */
export function runQuery(scope: QueryScope, query: Query): QueryAnswer {
  const { org, userId } = scope
  const object = org.schema.object(query.from)
  if (object === undefined) throw unknownObject(query.from)
  const paths = query.fields.map((path) => resolvePath(org, userId, object, path))
  const matches = compileWhere(scope, object, query)
  const found = [...findCandidates(org, object, query)].filter(
    (row) => (scope.withDeleted || isShown(row)) && matches(row),
  )
  const ordered = sortRows(
    found,
    query.orderBy.map((ordering) => sortable(scope, object, ordering)),
  )
  const end = query.limit === undefined ? undefined : query.offset + query.limit
  return { object, paths, rows: ordered.slice(query.offset, end), isCount: query.isCount }
}

function compileWhere(scope: QueryScope, object: ObjectDef, query: Query): Predicate {
  if (query.where === undefined) return () => true
  const select = (inner: Query): readonly Comparable[] => {
    const { rows, paths } = runQuery(scope, inner)
    const path = paths[0]
    return path === undefined ? [] : rows.map((row) => comparableValue(path.field, path.read(row)))
  }
  return compileCondition({ org: scope.org, userId: scope.userId, object, select }, query.where)
}

/** SOQL and SOSL Reference, "ALL ROWS": other queries leave out deleted rows and archived activities. */
function isShown(row: Row): boolean {
  return row['IsDeleted'] !== true && row['IsArchived'] !== true
}

interface SortKey {
  readonly ordering: Ordering
  readonly path: ResolvedPath
}

function sortable(scope: QueryScope, object: ObjectDef, ordering: Ordering): SortKey {
  const path = resolvePath(scope.org, scope.userId, object, ordering.path)
  if (path.field.filterable) return { ordering, path }
  throw new PermanentError(
    'MALFORMED_QUERY',
    `field '${path.field.name}' can not be sorted in a query call`,
  )
}

function sortRows(rows: readonly Row[], keys: readonly SortKey[]): readonly Row[] {
  if (keys.length === 0) return rows
  const keyed = rows.map((row) => ({
    row,
    values: keys.map(({ path }) => comparableValue(path.field, path.read(row))),
  }))
  keyed.sort((left, right) => {
    for (const [position, { ordering }] of keys.entries()) {
      const order = compare(left.values[position] ?? null, right.values[position] ?? null, ordering)
      if (order !== 0) return order
    }
    return 0
  })
  return keyed.map(({ row }) => row)
}

function compare(left: Comparable, right: Comparable, { descending, nullsLast }: Ordering): number {
  if (left === right) return 0
  if (left === null) return nullsLast ? 1 : -1
  if (right === null) return nullsLast ? -1 : 1
  return left < right === descending ? 1 : -1
}

function unknownObject(name: string): PermanentError {
  return new PermanentError(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.`,
  )
}
