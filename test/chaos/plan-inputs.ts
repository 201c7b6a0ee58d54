import { createRandom, type Random } from '#sandbox/seed/random.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'

/** The people and organisations of one portal before anything happens. */
export interface Population {
  readonly portal: PortalId
  readonly people: readonly [RecordRef, ...RecordRef[]]
  readonly companies: readonly [RecordRef, ...RecordRef[]]
}

/** What somebody does in the CRM itself. */
export type Edit = { readonly portal: PortalId } & (
  | { readonly kind: 'change'; readonly ref: RecordRef; readonly values: Values }
  | { readonly kind: 'create'; readonly values: Values }
  | { readonly kind: 'remove'; readonly ref: RecordRef }
)
export type Values = Readonly<Record<Field, string>> | Readonly<Partial<Record<Field, string>>>
export type Field =
  | 'requestedContact'
  | 'verification'
  | 'crisis'
  | 'patient'
  | 'employees'
  | 'inquiry'

/** What an admin does in ours. */
export type Order = { readonly portal: PortalId } & (
  | { readonly kind: 'publish'; readonly points: number }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'erase'; readonly ref: RecordRef }
  | { readonly kind: 'sync' }
)

/** Everything that happens in a run, in the order of its portal. */
export interface Inputs {
  readonly edits: readonly Edit[]
  readonly orders: ReadonlyMap<PortalId, readonly Order[]>
}

export interface PlanOptions {
  readonly seed: number
  readonly edits: number
  /** Orders for each portal. */
  readonly orders: number
}

/**
 * Nothing in it that a promised answer time depends on (audience, state, open channels): that promise
 * is kept through later changes, and so would tell the order in which they were seen.
 */
export function planInputs(
  portals: readonly [Population, ...Population[]],
  { seed, edits, orders }: PlanOptions,
): Inputs {
  const random = createRandom(seed, 3)
  return {
    edits: Array.from({ length: edits }, () => editOf(random.pick(portals), random)),
    orders: new Map(
      portals.map((one) => [
        one.portal,
        Array.from({ length: orders }, (_, at) => orderOf(one, at, random)),
      ]),
    ),
  }
}

function editOf({ portal, people, companies }: Population, random: Random): Edit {
  const kind = random.weighted([
    ['person', 80],
    ['company', 10],
    ['create', 7],
    ['remove', 3],
  ])
  if (kind === 'company') {
    const employees = String(random.int(1, 5_000))
    return { kind: 'change', portal, ref: random.pick(companies), values: { employees } }
  }
  if (kind === 'create') {
    return { kind, portal, values: { inquiry: 'self', ...valuesOf(random) } }
  }
  const ref = random.pick(people)
  return kind === 'remove'
    ? { kind, portal, ref }
    : { kind: 'change', portal, ref, values: valuesOf(random) }
}

function valuesOf(random: Random): Values {
  return random.pick<Values>([
    { requestedContact: random.pick(['call_today', 'call', 'email', 'text', 'none']) },
    { verification: random.pick(['not_started', 'submitted', 'verified', 'self_pay']) },
    { crisis: random.pick(['true', 'false']) },
    { patient: random.pick(['true', 'false']) },
  ])
}

/** Each kind has its turn, so that short runs have all of them; points name the version of a model. */
function orderOf({ portal, people }: Population, at: number, random: Random): Order {
  const turn = at % 6
  if (turn === 0 || turn === 3) return { kind: 'publish', portal, points: 2 + ((at * 7) % 30) }
  if (turn === 2) return { kind: 'rollback', portal }
  if (turn === 5) return { kind: 'sync', portal }
  return { kind: 'erase', portal, ref: random.pick(people) }
}
