import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { Connector, RecordPage } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { RecordObject, RecordRef } from '#src/ports.ts'
import { createTokens } from './auth/tokens.ts'
import { readChanges } from './changes/changes.ts'
import { provisionPortal } from './provisioning/provision.ts'
import type { ReadDeps } from './reading/activity-reader.ts'
import type { ContactDeps } from './reading/contact-records.ts'
import { contactsOf } from './reading/contacts-of.ts'
import { readCrmFields } from './reading/crm-fields.ts'
import { createContactLister, listCompanies } from './reading/list.ts'
import { createSchemaSource } from './reading/portal-schema.ts'
import { readRecords } from './reading/read.ts'
import { readTakenOver } from './reading/taken-over.ts'
import { createAttendance } from './sources/marketing-events.ts'
import { probeSources } from './sources/source-probes.ts'
import { createSources } from './sources/sources.ts'
import { createHttp } from './transport/http.ts'
import { ACTIVITY_TYPES } from './transport/paths.ts'
import { createTransport } from './transport/transport.ts'
import type { ActivityRef } from './webhook-event.ts'
import { findEdits } from './writing/edits.ts'
import { findSurvivor } from './writing/follow-merges.ts'
import { WRITE_BATCH, writeIntents } from './writing/write.ts'
import { IMPORT_FROM, IMPORT_MOST, writeMany } from './writing/write-many.ts'

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
    takenOver: async (refs) => await readTakenOver(transport, refs),
    async heirsOf(ref) {
      const survivor = await findSurvivor(transport, ref)
      return survivor === undefined ? [] : [survivor]
    },
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
