import type { Link } from '#sandbox/hubspot/portal/association-store.ts'
import { associationTypeOf } from '#sandbox/hubspot/portal/association-types.ts'
import type { Mutation } from '#sandbox/hubspot/portal/mutation.ts'
import type { ObjectType } from '#sandbox/hubspot/portal/object-types.ts'
import { invalid } from '#sandbox/hubspot/portal/refusal.ts'
import type { ApiContext } from './api-context.ts'

/** One associated record as the associations API answers it. */
export function linkJson(from: ObjectType, to: ObjectType, { toId, primary }: Link): unknown {
  const pair = associationTypeOf(from.id, to.id)
  const hubspot = (typeId: number, label: string | null) => ({
    category: 'HUBSPOT_DEFINED',
    typeId,
    label,
  })
  const first = primary && pair?.primary !== undefined ? [hubspot(pair.primary, 'Primary')] : []
  return {
    toObjectId: Number(toId),
    associationTypes: [...first, hubspot(pair?.unlabelled ?? 0, null)],
  }
}

/** Checked: throws 400 for a pair of types that cannot be linked or a record that is not there. */
export function linkMutation(
  context: ApiContext,
  { from, to }: { from: ObjectType; to: ObjectType },
  pair: {
    readonly from: { readonly id: string }
    readonly to: { readonly id: string }
    readonly types: readonly { readonly associationTypeId: number }[]
  },
): Mutation {
  const type = associationTypeOf(from.id, to.id)
  const ends = { from: from.id, fromId: pair.from.id, to: to.id, toId: pair.to.id }
  if (type === undefined) throw invalid(`${from.name} cannot be associated with ${to.name}`)
  for (const [side, id] of [
    [from, ends.fromId],
    [to, ends.toId],
  ] as const) {
    if (context.state.table(side).get(id) === undefined) {
      throw invalid(`No ${side.singular} with id ${id} exists`)
    }
  }
  const primary = pair.types.some(({ associationTypeId }) => associationTypeId === type.primary)
  return { op: 'link', ...ends, primary, at: context.now(), source: context.appSource }
}
