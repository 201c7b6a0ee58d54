import type { SeedPerson } from '#sandbox/seed/population.ts'
import type { ObjectType } from './object-types.ts'

/** One value a property had. */
export interface Version {
  readonly value: string
  /** Epoch ms. */
  readonly at: number
  readonly sourceType: string
  readonly sourceId: string | undefined
}

/** What search still answers until its index has caught up; `undefined` when not even that. */
interface Shadow {
  readonly until: number
  readonly properties: Readonly<Record<string, string>> | undefined
}

export interface StoredRecord {
  readonly id: string
  /** Empty values are absent. */
  readonly properties: Record<string, string>
  /** Newest first; only properties written since the seed. */
  readonly history: Map<string, Version[]>
  shadows: readonly Shadow[]
  archivedAt: number | undefined
  /** Where a seeded contact's earlier values are read from. */
  readonly person: SeedPerson | undefined
}

/** All records of one object type in id order, and where merged-away ids lead. */
export interface RecordTable {
  readonly type: ObjectType
  readonly all: readonly StoredRecord[]
  /** Archived ones too; not by an id that was merged away. */
  readonly get: (id: string) => StoredRecord | undefined
  /** Like `get`, and follows merges. */
  resolve(id: string): StoredRecord | undefined
  insert(record: StoredRecord): void
  remove(id: string): void
  redirect(mergedId: string, id: string): void
  nextId(): string
  /** Position of the first record whose id is not below. */
  positionOf(id: number): number
}

export function createRecordTable(type: ObjectType): RecordTable {
  const all: StoredRecord[] = []
  const byId = new Map<string, StoredRecord>()
  const redirects = new Map<string, string>()
  let highest = type.firstId - 1
  const positionOf = (id: number) => lowerBound(all, id)
  return {
    type,
    all,
    get: (id) => byId.get(id),
    resolve: (id) => byId.get(followRedirects(redirects, id)),
    insert: (record) => {
      all.push(record)
      byId.set(record.id, record)
      highest = Number(record.id)
    },
    remove: (id) => {
      if (byId.delete(id)) all.splice(positionOf(Number(id)), 1)
    },
    redirect: (mergedId, id) => redirects.set(mergedId, id),
    nextId: () => String(highest + 1),
    positionOf,
  }
}

function followRedirects(redirects: ReadonlyMap<string, string>, id: string): string {
  let current = id
  for (let next = redirects.get(current); next !== undefined; next = redirects.get(current)) {
    current = next
  }
  return current
}

function lowerBound(records: readonly StoredRecord[], id: number): number {
  let low = 0
  let high = records.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (Number(records[middle]?.id) < id) low = middle + 1
    else high = middle
  }
  return low
}
