import type { Ends } from './association-store.ts'
import type { ChangeEvent, Mutation } from './mutation.ts'
import { COMPANIES, CONTACTS, DEALS, objectTypeOf } from './object-types.ts'
import type { PortalState } from './portal-state.ts'
import { castShadow, setValue, touch } from './set-value.ts'

type Link = Extract<Mutation, { op: 'link' }>
type Unlink = Extract<Mutation, { op: 'unlink' }>

const RECORDS: readonly string[] = [CONTACTS.id, COMPANIES.id, DEALS.id]

/** A contact's first company becomes its primary one; a logged activity touches its contact. */
export function applyLink(state: PortalState, mutation: Link): ChangeEvent[] {
  const ends = fromContact(mutation)
  const pair = ends.from === CONTACTS.id && ends.to === COMPANIES.id
  const others = pair ? state.links.of(ends.from, ends.fromId, ends.to) : []
  const primary = pair && (mutation.primary || others.every((link) => !link.primary))
  if (primary) {
    for (const { toId } of others.filter((link) => link.toId !== ends.toId)) {
      state.links.link({ ...ends, toId }, false)
    }
  }
  if (!state.links.link(ends, primary)) return []
  return [
    ...(pair && primary ? setCompany(state, ends, mutation) : []),
    ...(RECORDS.includes(ends.to) ? [] : noteActivity(state, ends, mutation)),
    ...bothWays(ends, mutation, { primary, removed: false }),
  ]
}

export function applyUnlink(state: PortalState, mutation: Unlink): ChangeEvent[] {
  const ends = fromContact(mutation)
  const wasPrimary = state.links
    .of(ends.from, ends.fromId, ends.to)
    .some(({ toId, primary }) => toId === ends.toId && primary)
  if (!state.links.unlink(ends)) return []
  return [
    ...(wasPrimary ? setCompany(state, { ...ends, toId: '' }, mutation) : []),
    ...bothWays(ends, mutation, { primary: wasPrimary, removed: true }),
  ]
}

function setCompany(state: PortalState, ends: Ends, { at, source }: Link | Unlink): ChangeEvent[] {
  return setOnContact(state, {
    id: ends.fromId,
    name: 'associatedcompanyid',
    value: ends.toId,
    at,
    source,
  })
}

function noteActivity(state: PortalState, ends: Ends, { at, source }: Link): ChangeEvent[] {
  if (ends.from !== CONTACTS.id) return []
  const value = new Date(at).toISOString()
  return setOnContact(state, { id: ends.fromId, name: 'notes_last_updated', value, at, source })
}

function setOnContact(
  state: PortalState,
  write: { id: string; name: string; value: string; at: number; source: Link['source'] },
): ChangeEvent[] {
  const record = state.table(CONTACTS).get(write.id)
  if (record === undefined) return []
  castShadow(state, record, { at: write.at, created: false })
  touch(CONTACTS, record, write.at)
  return setValue(state, { type: CONTACTS, record, ...write })
}

/** Associations are kept from the contact's side, whichever side a caller named first. */
function fromContact({ from, fromId, to, toId }: Ends): Ends {
  const turn = to === CONTACTS.id && from !== CONTACTS.id
  return turn ? { from: to, fromId: toId, to: from, toId: fromId } : { from, fromId, to, toId }
}

function bothWays(
  ends: Ends,
  { at, source }: Link | Unlink,
  change: { primary: boolean; removed: boolean },
): ChangeEvent[] {
  const turned = { from: ends.to, fromId: ends.toId, to: ends.from, toId: ends.fromId }
  return [ends, turned].map((side) => ({
    kind: 'associationChange',
    objectTypeId: objectTypeOf(side.from).id,
    objectId: side.fromId,
    at,
    source,
    ends: side,
    ...change,
  }))
}
