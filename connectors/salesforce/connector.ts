import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { Connector } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import { createTokens } from './auth/tokens.ts'
import { readChanges } from './changes/changes.ts'
import { provisionFields } from './provisioning/provision.ts'
import { createQuerier, TOOLING_API } from './querying/query.ts'
import { createBulkQueries } from './reading/bulk-query.ts'
import { createLister } from './reading/list.ts'
import { sourceNotices } from './reading/notices.ts'
import { createReach } from './reading/reach.ts'
import { readRecords } from './reading/read.ts'
import { readHeirs, readTakenOver } from './reading/successions.ts'
import { readCrmFields } from './schema/crm-fields.ts'
import { createSchemaReader, type OrgSchema } from './schema/schema.ts'
import { RECORD_OBJECTS } from './schema/sobjects.ts'
import { createTransport } from './transport/transport.ts'
import { createWriteMethods } from './writing/write-methods.ts'

const HIDDEN = new Set(['salesforce-field-hidden', 'salesforce-object-hidden'])

/** One Salesforce organisation. Nothing is asked of it before the first method is called. */
export function createSalesforceConnector(deps: ConnectorDeps): Connector {
  const { log, now } = deps
  const transport = createTransport({ ...deps, tokens: createTokens(deps) })
  const querier = createQuerier(transport)
  const catalogDeps = { transport, tooling: createQuerier(transport, TOOLING_API), log }
  const schemas = createSchemaReader({ ...catalogDeps, allowList: deps.allowList })
  const readDeps = { querier, now, reach: createReach(deps) }
  const lister = createLister({ ...deps, ...readDeps, bulk: createBulkQueries(transport) })

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
    list: (object, cursor) => withSchema((schema) => lister.page(schema, object, cursor)),
    read: (refs) => withSchema((schema) => readRecords(readDeps, schema, refs)),
    changes: (cursor, sinceMs) =>
      withSchema((schema) => readChanges(readDeps, schema, cursor, sinceMs)),
    takenOver: (refs) => withSchema((schema) => readTakenOver(readDeps, schema, refs)),
    heirsOf: (ref) => withSchema((schema) => readHeirs(readDeps, schema, ref)),
    notices: async () => {
      schemas.forget()
      return await withSchema((schema) => sourceNotices(readDeps, schema))
    },
    provision: async (options) => {
      const steps = await provisionFields({ transport, querier, log }, options)
      schemas.forget()
      return steps
    },
    ...createWriteMethods({ ...deps, ...catalogDeps, querier }),
  }
}
