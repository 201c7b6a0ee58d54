import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { Connector } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import { readChanges } from './changes.ts'
import { readCrmFields } from './crm-fields.ts'
import { listPage } from './list.ts'
import { provisionFields } from './provision.ts'
import { createQuerier, TOOLING_API } from './query.ts'
import { readRecords } from './read.ts'
import { createSchemaReader, type OrgSchema } from './schema.ts'
import { RECORD_OBJECTS } from './sobjects.ts'
import { createTokens } from './tokens.ts'
import { createTransport } from './transport.ts'
import { WRITE_BATCH_SIZE, writeIntents } from './write.ts'

const HIDDEN = new Set(['salesforce-field-hidden', 'salesforce-object-hidden'])

/** One Salesforce organisation. Nothing is asked of it before the first method is called. */
export function createSalesforceConnector(deps: ConnectorDeps): Connector {
  const { log, now } = deps
  const transport = createTransport({ ...deps, tokens: createTokens(deps) })
  const querier = createQuerier(transport)
  const catalogDeps = { transport, tooling: createQuerier(transport, TOOLING_API), log }
  const schemas = createSchemaReader({ ...catalogDeps, allowList: deps.allowList })
  const readDeps = { querier, now }
  const changeDeps = {
    ...readDeps,
    recycleBin: { refused: false },
    warn: (message: string) => log.warn(message),
  }

  /** A field may be taken from us at any time: then look again at what there is, once. */
  const withSchema = async <T>(work: (schema: OrgSchema) => Promise<T>): Promise<T> => {
    const schema = await schemas.get()
    try {
      return await work(schema)
    } catch (error) {
      if (!(error instanceof PermanentError) || !HIDDEN.has(error.code)) throw error
      schemas.forget()
      return await work(await schemas.get())
    }
  }

  return {
    crm: 'salesforce',
    schema: () => readCrmFields(catalogDeps),
    objects: RECORD_OBJECTS,
    writeBatchSize: WRITE_BATCH_SIZE,
    writesMixedObjects: true,
    list: (object, cursor) => withSchema((schema) => listPage(readDeps, schema, object, cursor)),
    read: (refs) => withSchema((schema) => readRecords(readDeps, schema, refs)),
    changes: (cursor, sinceMs) =>
      withSchema((schema) => readChanges(changeDeps, schema, cursor, sinceMs)),
    provision: async (options) => {
      const steps = await provisionFields({ transport, querier, log }, options)
      schemas.forget()
      return steps
    },
    write: (intents) => writeIntents(transport, intents),
  }
}
