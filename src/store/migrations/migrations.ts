import type { Migration } from 'kysely/migration'
import type { Keyring } from '../secrets.ts'
import { initial } from './0001-initial.ts'
import { accounts } from './0002-accounts.ts'
import { ledger } from './0003-ledger.ts'
import { erasure } from './0004-erasure.ts'
import { writtenAt } from './0005-written-at.ts'
import { models } from './0006-models.ts'
import { runs } from './0007-runs.ts'
import { access } from './0008-access.ts'
import { intentModel } from './0009-intent-model.ts'
import { scoreHistory } from './0010-score-history.ts'
import { analyses } from './0011-analyses.ts'
import { driftBaselines } from './0012-drift-baselines.ts'
import { segments } from './0013-segments.ts'
import { erasedIntents } from './0014-erased-intents.ts'
import { runCalls } from './0015-run-calls.ts'
import { readAt } from './0016-read-at.ts'

/** By name, in the order they run. A migration that has shipped is never edited: add the next one. */
export function migrationsWith({ newest }: Keyring): Readonly<Record<string, Migration>> {
  return {
    '0001-initial': initial,
    '0002-accounts': accounts,
    '0003-ledger': ledger(newest.bytes),
    '0004-erasure': erasure,
    '0005-written-at': writtenAt,
    '0006-models': models,
    '0007-runs': runs,
    '0008-access': access,
    '0009-intent-model': intentModel,
    '0010-score-history': scoreHistory,
    '0011-analyses': analyses,
    '0012-drift-baselines': driftBaselines,
    '0013-segments': segments,
    '0014-erased-intents': erasedIntents,
    '0015-run-calls': runCalls,
    '0016-read-at': readAt,
  }
}
