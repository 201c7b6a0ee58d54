import type { RecordObject, RecordRef } from '#src/ports.ts'
import { PORTAL, type StormPortal } from './storm-portal.ts'

/** What came of it all: in the CRM, in the store, and what is still owed. */
export interface EndState {
  /** Values of ours on each CRM record, keyed `object:id`. */
  readonly written: ReadonlyMap<string, unknown>
  /** What the store holds of each record, keyed `object:id`. */
  readonly stored: ReadonlyMap<string, unknown>
  /** Who may not come back. */
  readonly forgotten: readonly string[]
  readonly marks: { readonly waiting: number; readonly parked: number }
}

const PAGE = 1_000

export async function endStateOf(
  { store, crm }: StormPortal,
  refs: readonly RecordRef[],
): Promise<EndState> {
  const written = refs.map((ref) => [keyOf(ref), crm.valuesOf(ref) ?? crm.accountOf(ref)] as const)
  const stored = new Map<string, unknown>()
  for (const object of ['contact', 'company'] as const) {
    for await (const { facts, activities, companyId, id } of recordsOf(store, object)) {
      stored.set(keyOf({ object, id }), { facts, activities, companyId })
    }
  }
  const forgotten = await store.erasure.forgotten(PORTAL, refs)
  return {
    written: new Map(written.filter(([, values]) => values !== undefined)),
    stored,
    forgotten: [...forgotten.keys()].toSorted(),
    marks: await store.marks.pending(PORTAL),
  }
}

async function* recordsOf(store: StormPortal['store'], object: RecordObject) {
  let after: string | undefined
  do {
    const page = await store.records.page(PORTAL, { object, after, limit: PAGE })
    yield* page
    after = page.length < PAGE ? undefined : page.at(-1)?.id
  } while (after !== undefined)
}

function keyOf({ object, id }: RecordRef): string {
  return `${object}:${id}`
}
