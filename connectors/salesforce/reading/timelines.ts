import type { Activity } from '#src/ports.ts'
import type { Row } from '../querying/query.ts'
import { toLongId } from '../schema/record-id.ts'
import { activitiesOf } from './activities.ts'
import type { ActivityRoute } from './activity-routes.ts'
import { valueAt } from './records.ts'

/** What happened with whom, gathered row by row. */
export interface Timelines {
  add(route: ActivityRoute, rows: readonly Row[]): void
  addHistory(of: string, rows: readonly Row[]): void
  /** Rows taken in so far. */
  size(): number
  /** Oldest first; the account's share only where the person has nothing of that kind themselves. */
  of(id: string, accountId: string | undefined): readonly Activity[]
  historyOf(id: string): readonly Row[]
}

type Acts = Map<string, readonly Activity[]>

export function createTimelines(nowMs: number): Timelines {
  const byPerson = new Map<string, Acts>()
  const byAccount = new Map<string, Acts>()
  const histories = new Map<string, Row[]>()
  /** Tasks that tell of a mail which tells of itself. */
  const covered = new Set<string>()
  let size = 0

  const addRow = (route: ActivityRoute, row: Row): void => {
    const key = toLongId(row[route.keyColumn]) ?? String(row['Id'])
    const acts = actsOf(route, row, nowMs)
    if (acts.length === 0) return
    const task = route.covers === undefined ? undefined : toLongId(valueAt(row, route.covers))
    if (task !== undefined) covered.add(task)
    const holders = route.viaAccount === true ? byAccount : byPerson
    for (const column of new Set(Object.values(route.people))) {
      const holder = toLongId(row[column])
      if (holder === undefined) continue
      const held = holders.get(holder) ?? new Map<string, readonly Activity[]>()
      // A mail may name one person in several places.
      holders.set(holder, held.set(key, union(held.get(key) ?? [], acts)))
    }
  }
  return {
    add(route, rows) {
      size += rows.length
      for (const row of rows) addRow(route, row)
    },
    addHistory(of, rows) {
      size += rows.length
      for (const row of rows) {
        const id = toLongId(row[of])
        if (id !== undefined) histories.set(id, [...(histories.get(id) ?? []), row])
      }
    },
    size: () => size,
    of(id, accountId) {
      const own = [...(byPerson.get(id) ?? [])].filter(([key]) => !covered.has(key))
      const ofAccount = accountId === undefined ? [] : (byAccount.get(accountId) ?? [])
      const hasDeal = own.some(([, acts]) => acts.some(({ kind }) => kind.startsWith('deal-')))
      return inOrder([...own, ...(hasDeal ? [] : ofAccount)].flatMap(([, acts]) => acts))
    },
    historyOf: (id) => histories.get(id) ?? [],
  }
}

function actsOf(route: ActivityRoute, row: Row, nowMs: number): readonly Activity[] {
  // The row a recurring series is kept in; each occurrence has a row of its own.
  if (row['IsRecurrence'] === true) return []
  const acts = [...activitiesOf(route, row, nowMs), ...(route.also?.(row, nowMs) ?? [])]
  if (route.roles === undefined) return acts
  const kinds = route.roles[String(row['RelationType'])] ?? []
  return acts.filter(({ kind }) => kinds.includes(kind))
}

function union(some: readonly Activity[], more: readonly Activity[]): readonly Activity[] {
  const key = ({ kind, category, at }: Activity): string => `${kind} ${category} ${at}`
  return [...new Map([...some, ...more].map((act) => [key(act), act])).values()]
}

/** The order of acts at one instant must not hang on the order of rows. */
function inOrder(activities: readonly Activity[]): readonly Activity[] {
  return activities.toSorted(
    (a, b) => a.at - b.at || a.kind.localeCompare(b.kind) || a.category.localeCompare(b.category),
  )
}
