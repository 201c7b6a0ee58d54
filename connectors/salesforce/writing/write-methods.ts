import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { Connector } from '#src/connector-port.ts'
import type { Querier } from '../querying/query.ts'
import type { SalesforceTransport } from '../transport/transport.ts'
import { BULK_MOST, writeMany } from './bulk-write.ts'
import { createEdits } from './edits.ts'
import { WRITE_BATCH_SIZE, writeIntents } from './write.ts'
import { BULK_CHEAPER_FROM } from './write-cost.ts'
import { createRuleNames } from './write-rules.ts'

/** The writing half of a connector. */
export function createWriteMethods(
  deps: Pick<ConnectorDeps, 'bulkWritesFrom' | 'log' | 'now' | 'random' | 'sleep'> & {
    readonly transport: SalesforceTransport
    readonly querier: Pick<Querier, 'outcomes'>
    readonly tooling: Pick<Querier, 'outcomes'>
  },
): Pick<Connector, 'write' | 'writeBatchSize' | 'writesMixedObjects' | 'edits' | 'bulkWrites'> {
  const { transport, querier, tooling, log, now, random, sleep } = deps
  const rules = createRuleNames(tooling, now)
  const writeDeps = { transport, querier, rules, log, random, sleep }
  return {
    writeBatchSize: WRITE_BATCH_SIZE,
    writesMixedObjects: true,
    write: (intents) => writeIntents(writeDeps, intents),
    edits: createEdits({ transport, querier }),
    bulkWrites: {
      from: deps.bulkWritesFrom ?? BULK_CHEAPER_FROM,
      most: BULK_MOST,
      write: (intents, progress) => writeMany(writeDeps, intents, progress),
    },
  }
}
