import { createAnalyse } from './analyse.ts'
import { createApplyRetention, createRetention } from './apply-retention.ts'
import { createBackfillPortal } from './backfill-portal.ts'
import type { JobHandlers } from './catalog.ts'
import { createCheckDrift, createDrift } from './check-drift.ts'
import type { JobDeps } from './deps.ts'
import { createDispatchWork } from './dispatch-work.ts'
import { keepingFaults } from './job-faults.ts'
import { createPollChanges } from './poll-changes.ts'
import { createReconcile, createReconcilePortal } from './reconcile-portal.ts'
import { createRefreshRecords } from './refresh-records.ts'
import { createRescoreDue } from './rescore-due.ts'
import { createRun } from './run-chunks.ts'
import { createScoreAccounts } from './score-accounts.ts'
import { createPollPortals, createSweep } from './sweep.ts'
import { createWriteBulk } from './write-bulk.ts'
import { createWriteIntents } from './write-intents.ts'

/** One handler for every job of the catalogue. */
export function createHandlers(deps: JobDeps): JobHandlers {
  return {
    sweep: createSweep(deps),
    'poll-portals': createPollPortals(deps),
    'dispatch-work': createDispatchWork(deps),
    'backfill-portal': createBackfillPortal(deps),
    'poll-changes': createPollChanges(deps),
    'refresh-records': createRefreshRecords(deps),
    'rescore-due': keepingFaults(deps, 'rescore-due', createRescoreDue(deps)),
    'score-accounts': keepingFaults(deps, 'score-accounts', createScoreAccounts(deps)),
    'apply-retention': keepingFaults(deps, 'apply-retention', createApplyRetention(deps)),
    retention: createRetention(deps),
    'write-intents': createWriteIntents(deps),
    'write-bulk': createWriteBulk(deps),
    run: keepingFaults(deps, 'run', createRun(deps)),
    'reconcile-portal': keepingFaults(deps, 'reconcile-portal', createReconcilePortal(deps)),
    reconcile: createReconcile(deps),
    'check-drift': keepingFaults(deps, 'check-drift', createCheckDrift(deps)),
    drift: createDrift(deps),
    analyse: createAnalyse(deps),
  }
}
