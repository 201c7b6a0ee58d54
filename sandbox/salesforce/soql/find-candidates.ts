import { normalizeId } from '../ids.ts'
import type { Org } from '../org.ts'
import type { Row } from '../row.ts'
import type { ObjectDef } from '../schema/object.ts'
import type { Condition, Query } from './ast.ts'

/** The rows that may match: by id or lookup where the query names them, else all of the object. */
export function findCandidates(org: Org, object: ObjectDef, query: Query): Iterable<Row> {
  const tests = conjuncts(query.where)
  for (const test of tests) {
    const named = namedIds(test)
    if (named === undefined) continue
    if (named.field === 'id')
      return named.ids
        .map((id) => org.records.get(object.name, id))
        .filter((row) => row !== undefined)
    const field = object.fields.get(named.field)?.name
    if (field !== undefined && org.records.isIndexed(field)) {
      return named.ids.flatMap((id) => org.records.referencing(object.name, field, id))
    }
  }
  return org.records.all(object.name)
}

function conjuncts(where: Condition | undefined): readonly Condition[] {
  if (where === undefined) return []
  return where.kind === 'and' ? where.parts.flatMap(conjuncts) : [where]
}

function namedIds(
  condition: Condition,
): { readonly field: string; readonly ids: readonly string[] } | undefined {
  if (condition.kind !== 'in' && condition.kind !== 'compare') return undefined
  if (condition.path.length !== 1) return undefined
  const literals = literalsOf(condition)
  const ids = literals?.map((literal) =>
    literal.kind === 'string' ? normalizeId(literal.value) : undefined,
  )
  const known = ids?.filter((id) => id !== undefined)
  if (known === undefined || known.length !== ids?.length) return undefined
  return { field: condition.path[0]?.toLowerCase() ?? '', ids: [...new Set(known)] }
}

function literalsOf(condition: Extract<Condition, { kind: 'in' | 'compare' }>) {
  if (condition.kind === 'compare')
    return condition.operator === '=' ? [condition.value] : undefined
  if (condition.negated || 'from' in condition.values) return undefined
  return condition.values
}
