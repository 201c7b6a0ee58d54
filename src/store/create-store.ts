import { type Kysely, sql } from 'kysely'
import { createAccountRepository } from './account-repository.ts'
import { createAuditRepository } from './audit-repository.ts'
import { createCursorRepository } from './cursor-repository.ts'
import { createIntentRepository } from './intent-repository.ts'
import { createMarkRepository } from './mark-repository.ts'
import { createPortalRepository } from './portal-repository.ts'
import { createRecordRepository } from './record-repository.ts'
import type { Keyring } from './secrets.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

export interface StoreDeps {
  readonly keys: Keyring
  readonly now: () => number
  readonly close: () => Promise<void>
}

/** Every repository over one connection pool, or over one transaction of it. */
export function createStore(db: Kysely<Tables>, deps: StoreDeps): Store {
  return {
    portals: createPortalRepository(db, deps.keys),
    records: createRecordRepository(db),
    marks: createMarkRepository(db, deps.now),
    intents: createIntentRepository(db, deps.now),
    accounts: createAccountRepository(db),
    cursors: createCursorRepository(db),
    audit: createAuditRepository(db, deps.now),
    transaction: (work) =>
      // Work inside a transaction that asks for one joins it.
      db.isTransaction
        ? work(createStore(db, deps))
        : db.transaction().execute((joined) => work(createStore(joined, deps))),
    ping: async () => {
      const startedAt = performance.now()
      await sql`select 1`.execute(db)
      return performance.now() - startedAt
    },
    close: deps.close,
  }
}
