import { countCall } from '#jobs/count-calls.ts'
import type { Connector, RecordEdit, WriteResult } from '#src/connector-port.ts'
import type {
  AccountValues,
  Activity,
  Facts,
  Intent,
  IntentValues,
  RecordObject,
  RecordRef,
  SafeRecord,
} from '#src/ports.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'

interface FakeRow {
  facts: Facts
  activities: readonly Activity[]
  companyId: string | undefined
  changedAt: number
  values: Intent['values'] | undefined
}

/** A CRM in memory that behaves: pages, change stamps, deletions, per-record results, call counts. */
export interface FakeCrm {
  readonly connector: Connector
  readonly calls: { list: number; read: number; changes: number; write: number }
  put(ref: RecordRef, row: Partial<Pick<FakeRow, 'facts' | 'activities' | 'companyId'>>): void
  remove(ref: RecordRef): void
  valuesOf(ref: RecordRef): IntentValues | undefined
  accountOf(ref: RecordRef): AccountValues | undefined
  /** Runs before the next call of this kind; throw to make it fail, await to hold it. */
  before(call: keyof FakeCrm['calls'], hook: () => void | Promise<void>): void
  /** Writes of `ref` are refused with the code; `undefined`: no longer. */
  refuse(ref: RecordRef, code: string | undefined): void
  /** The next write of `ref` finds it merged into the other. */
  merge(ref: RecordRef, into: RecordRef): void
}

const PAGE = 50

export function createFakeCrm(): FakeCrm {
  const rows = new Map<string, FakeRow>()
  const refused = new Map<string, string>()
  const merged = new Map<string, RecordRef>()
  const hooks = new Map<string, () => void | Promise<void>>()
  const calls = { list: 0, read: 0, changes: 0, write: 0 }
  let clock = 0

  const entered = async (call: keyof typeof calls): Promise<void> => {
    calls[call] += 1
    const hook = hooks.get(call)
    hooks.delete(call)
    await hook?.()
  }
  const safe = (key: string, row: FakeRow): SafeRecord => {
    const { facts, activities, companyId } = row
    return restoreSafeRecord({
      ...refOf(key),
      companyId,
      facts,
      activities,
      fingerprint: fingerprintOf(facts, companyId),
    })
  }
  const keysOf = (object: RecordObject): readonly string[] =>
    [...rows.keys()].filter((key) => key.startsWith(`${object}:`)).toSorted()

  const connector: Connector = {
    crm: 'hubspot',
    objects: ['company', 'contact'],
    writeBatchSize: 100,
    writesMixedObjects: false,
    schema: () => Promise.resolve([]),
    list: async (object, cursor) => {
      await entered('list')
      const after = keysOf(object).filter((key) => cursor === undefined || key > cursor)
      const page = after.slice(0, PAGE)
      const records = page.map((key) => safe(key, rows.get(key) as FakeRow))
      return { records, next: after.length > PAGE ? page.at(-1) : undefined }
    },
    read: async (refs) => {
      await entered('read')
      const present = refs.filter((ref) => rows.has(keyOf(ref)))
      return {
        records: present.map((ref) => safe(keyOf(ref), rows.get(keyOf(ref)) as FakeRow)),
        missing: refs
          .filter((ref) => !rows.has(keyOf(ref)))
          .map(({ object, id }) => ({ object, id })),
      }
    },
    changes: async (cursor) => {
      await entered('changes')
      const since = typeof cursor === 'number' ? cursor : 0
      const changed = [...rows].filter(([, row]) => row.changedAt > since)
      return {
        changed: changed.map(([key, row]) => ({
          ref: refOf(key),
          fingerprint: safe(key, row).fingerprint,
        })),
        touched: [],
        deleted: [],
        cursor: clock,
      }
    },
    provision: async () => [],
    edits: async (written) =>
      written.flatMap(({ ref, values }): RecordEdit[] => {
        const row = rows.get(keyOf(ref))
        if (row === undefined) return []
        const shown = new Map(Object.entries(row.values ?? {}))
        const fields = Object.entries(values)
          .filter(([name, value]) => JSON.stringify(shown.get(name)) !== JSON.stringify(value))
          .map(([name]) => name)
        return fields.length > 0 ? [{ ref, fields, byPerson: false }] : []
      }),
    write: async (intents) => {
      countCall()
      await entered('write')
      return intents.map(({ ref, values }): WriteResult => {
        const row = rows.get(keyOf(ref))
        const code = refused.get(keyOf(ref))
        const plain = { object: ref.object, id: ref.id }
        const into = merged.get(keyOf(ref))
        if (into !== undefined) return { ref: plain, outcome: 'gone', mergedInto: into }
        if (row === undefined) return { ref: plain, outcome: 'gone' }
        if (code !== undefined) return { ref: plain, outcome: 'refused', code }
        clock += 1
        row.values = values
        row.changedAt = clock
        return { ref: plain, outcome: 'written' }
      })
    },
  }

  return {
    connector,
    calls,
    put: (ref, row) => {
      clock += 1
      const old = rows.get(keyOf(ref))
      rows.set(keyOf(ref), {
        facts: row.facts ?? old?.facts ?? {},
        activities: row.activities ?? old?.activities ?? [],
        companyId: row.companyId ?? old?.companyId,
        values: old?.values,
        changedAt: clock,
      })
    },
    remove: (ref) => void rows.delete(keyOf(ref)),
    merge: (ref, into) => void merged.set(keyOf(ref), into),
    valuesOf: (ref) => {
      const values = rows.get(keyOf(ref))?.values
      return values === undefined || 'engagedContacts' in values ? undefined : values
    },
    accountOf: (ref) => {
      const values = rows.get(keyOf(ref))?.values
      return values !== undefined && 'engagedContacts' in values ? values : undefined
    },
    before: (call, hook) => void hooks.set(call, hook),
    refuse: (ref, code) => {
      if (code === undefined) refused.delete(keyOf(ref))
      else refused.set(keyOf(ref), code)
    },
  }
}

function keyOf({ object, id }: RecordRef): string {
  return `${object}:${id}`
}

function refOf(key: string): RecordRef {
  const [object, id] = key.split(':') as [RecordObject, string]
  return { object, id }
}
