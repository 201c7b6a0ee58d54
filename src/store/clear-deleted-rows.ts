import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Where rows of records stand. */
const TABLES = ['records', 'intents', 'score_history', 'dirty_marks', 'stale_accounts', 'cursors']
/** A whole portal may be forgotten bit by bit: that is cleared a few times a minute, not each time. */
const QUIET_MS = 20_000

export interface RowClearing {
  /** Clears at once, or within 20 s of the last time; resolves when at once is done. */
  readonly clear: () => Promise<void>
  /** Clears what still waits for it. */
  readonly finish: () => Promise<void>
}

/**
 * Takes what deleted rows leave behind off the disk, as far as it can be done. A vacuum frees pages
 * and index entries, yet some bytes stay in the gaps until those are filled. The embedded store is
 * small and nobody else's: there tables are written anew and the log's old files are removed.
 */
export function clearDeletedRows(db: Kysely<Tables>, embedded: boolean): RowClearing {
  const statements = embedded
    ? [...TABLES.map((table) => `vacuum full ${table}`), 'select pg_switch_wal()', 'checkpoint']
    : // Without the option an index keeps its entries as long as few rows are dead.
      [`vacuum (index_cleanup on) ${TABLES.join(', ')}`]
  return fewTimes(async () => {
    for (const statement of statements) {
      // The rows are deleted whether this succeeds or not; the automatic vacuum comes sooner or later.
      await sql
        .raw(statement)
        .execute(db)
        .catch(() => undefined)
    }
  })
}

/** At once when it has not been done lately; otherwise once for all who asked meanwhile. */
function fewTimes(work: () => Promise<void>): RowClearing {
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let quietUntil = 0
  const start = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    await running
    running = work()
    await running
    running = undefined
    quietUntil = performance.now() + QUIET_MS
  }
  return {
    clear: async () => {
      if (running === undefined && performance.now() >= quietUntil) return start()
      timer ??= setTimeout(() => void start(), QUIET_MS).unref()
    },
    finish: async () => {
      if (timer !== undefined) await start()
      await running
    },
  }
}
