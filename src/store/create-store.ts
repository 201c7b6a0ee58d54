import { sql } from 'kysely'
import { createAccessRepository } from './access-repository.ts'
import { createAccountRepository } from './account-repository.ts'
import { createAllowListRepository } from './allow-list-repository.ts'
import { createAnalysisRepository } from './analysis-repository.ts'
import { createBaselineRepository } from './baseline-repository.ts'
import { createCursorRepository } from './cursor-repository.ts'
import { createErasureRepository } from './erasure-repository.ts'
import { createIntentRepository } from './intent-repository.ts'
import { createLedgerRepository } from './ledger-repository.ts'
import { createMarkRepository } from './mark-repository.ts'
import { createModelRepository } from './model-repository.ts'
import { createParkedRepository } from './parked-repository.ts'
import { createPortalRepository } from './portal-repository.ts'
import { createRecordRepository } from './record-repository.ts'
import { createRunRepository } from './run-repository.ts'
import { createScoreHistoryRepository } from './score-history-repository.ts'
import { createSegmentRepository } from './segment-repository.ts'
import type { Store } from './store.ts'
import { inUnit, type StoreContext } from './unit-of-work.ts'

/** Every repository over one connection pool, or over one transaction of it. */
export function createStore(context: StoreContext, close: () => Promise<void>): Store {
  const { db, now } = context
  return {
    portals: createPortalRepository(context),
    records: createRecordRepository(context),
    marks: createMarkRepository(db, now),
    intents: createIntentRepository(db, now),
    history: createScoreHistoryRepository(db),
    accounts: createAccountRepository(db),
    parked: createParkedRepository(db),
    cursors: createCursorRepository(db),
    baselines: createBaselineRepository(db),
    allowLists: createAllowListRepository(context),
    models: createModelRepository(context),
    runs: createRunRepository(context),
    segments: createSegmentRepository(context),
    analyses: createAnalysisRepository(context),
    access: createAccessRepository(context),
    ledger: createLedgerRepository(context),
    erasure: createErasureRepository(context),
    // Work inside a transaction that asks for one joins it.
    transaction: (work) => inUnit(context, (joined) => work(createStore(joined, close))),
    ping: async () => {
      const startedAt = performance.now()
      await sql`select 1`.execute(db)
      return performance.now() - startedAt
    },
    close,
  }
}
