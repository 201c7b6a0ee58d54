import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { Connector, RecordPage } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { RecordObject, RecordRef } from '#src/ports.ts'
import type { ReadDeps } from './activity-reader.ts'
import { readChanges } from './changes.ts'
import type { ContactDeps } from './contact-records.ts'
import { contactsOf } from './contacts-of.ts'
import { readCrmFields } from './crm-fields.ts'
import { findEdits } from './edits.ts'
import { createHttp } from './http.ts'
import { createContactLister, listCompanies } from './list.ts'
import { createAttendance } from './marketing-events.ts'
import { ACTIVITY_TYPES } from './paths.ts'
import { createSchemaSource } from './portal-schema.ts'
import { provisionPortal } from './provision.ts'
import { readRecords } from './read.ts'
import { probeSources } from './source-probes.ts'
import { createSources } from './sources.ts'
import { createTokens } from './tokens.ts'
import { createTransport } from './transport.ts'
import type { ActivityRef } from './webhook-event.ts'
import { WRITE_BATCH, writeIntents } from './write.ts'
import { IMPORT_FROM, IMPORT_MOST, writeMany } from './write-many.ts'

export interface HubspotConnector extends Connector {
  /** The contacts that activities named by webhooks belong to. */
  recordsOfActivities(activities: readonly ActivityRef[]): Promise<readonly RecordRef[]>
}

/** One HubSpot portal behind the port. Makes no call until asked. */
export function createHubspotConnector(deps: ConnectorDeps): HubspotConnector {
  const http = createHttp(deps.portal.apiUrl)
  const tokens = createTokens(deps, http)
  const timeZone = deps.portal.timeZone ?? 'UTC'
  const transport = createTransport({ ...deps, http, tokens, timeZone })
  const schema = createSchemaSource({ ...deps, transport })
  const sources = createSources(deps.log, deps.now)
  const attendance = createAttendance({ transport, sources, now: deps.now })
  const reading: ContactDeps = {
    transport,
    schema,
    sources,
    attendance,
    allowList: deps.allowList,
    now: deps.now,
  }
  const listContacts = createContactLister(reading)

  return {
    crm: 'hubspot',
    schema: async () => await readCrmFields(transport),
    async notices() {
      await probeSources(sources, transport)
      return sources.notices()
    },
    objects: ['company', 'contact'],
    writeBatchSize: WRITE_BATCH,
    writesMixedObjects: false,
    list: async (object, cursor) => await listObject(object, cursor),
    read: async (refs) => await readRecords(reading, refs),
    changes: async (cursor, sinceMs) => await readChanges(reading, cursor, sinceMs),
    write: async (intents) => await writeIntents(reading, intents),
    edits: async (written) => await findEdits(transport, written),
    bulkWrites: {
      from: deps.bulkWritesFrom ?? IMPORT_FROM,
      most: IMPORT_MOST,
      write: async (intents, progress) =>
        await writeMany({ ...deps, transport, schema }, intents, progress),
    },
    async provision(options) {
      const steps = await provisionPortal(transport, options)
      schema.forget()
      return steps
    },
    recordsOfActivities: async (activities) => await recordsOf(reading, activities),
  }

  async function listObject(object: RecordObject, cursor: string | undefined): Promise<RecordPage> {
    if (object === 'contact') return await listContacts(cursor)
    if (object === 'company') return await listCompanies(reading, cursor)
    throw new PermanentError('object-unknown', `HubSpot portals have no ${object} records`)
  }
}

async function recordsOf(
  deps: ReadDeps,
  activities: readonly ActivityRef[],
): Promise<readonly RecordRef[]> {
  const contactIds = new Set<string>()
  for (const type of ACTIVITY_TYPES) {
    const ids = activities.filter(({ object }) => object === type).map(({ id }) => id)
    for (const id of await contactsOf(deps, type, [...new Set(ids)])) contactIds.add(id)
  }
  return [...contactIds].map((id) => ({ object: 'contact', id }))
}
