import type { FieldValue, Row } from './row.ts'

const INDEXED = [
  'WhoId',
  'AccountId',
  'LeadId',
  'ContactId',
  'CampaignId',
  'OpportunityId',
  'IndividualId',
  'PartyId',
  'EmailMessageId',
  'RelationId',
  'ParentId',
  'AssigneeId',
] as const

/** Finds records by a lookup without reading the whole object. */
export interface ReferenceIndex {
  covers(field: string): boolean
  find(object: string, field: string, id: string): readonly string[]
  move(object: string, id: string, before: Row | undefined, after: Row | undefined): void
}

export function createReferenceIndex(): ReferenceIndex {
  const ids = new Map<string, Set<string>>()
  const covered = new Set<string>(INDEXED)
  const key = (object: string, field: string, id: FieldValue): string =>
    `${object}.${field}=${String(id)}`

  function add(at: string, id: string): void {
    const found = ids.get(at)
    if (found === undefined) ids.set(at, new Set([id]))
    else found.add(id)
  }

  return {
    covers: (field) => covered.has(field),
    find: (object, field, id) => [...(ids.get(key(object, field, id)) ?? [])],
    move(object, id, before, after) {
      for (const field of INDEXED) {
        const from = before?.[field] ?? null
        const to = after?.[field] ?? null
        if (from === to) continue
        if (from !== null) ids.get(key(object, field, from))?.delete(id)
        if (to !== null) add(key(object, field, to), id)
      }
    },
  }
}
