import type { ReadResult } from '#src/connector-port.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { RecordRef, SafeRecord } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import { BatchRead, type CrmObject } from '../transport/answers.ts'
import { passes } from '../transport/errors.ts'
import { chunksOf, inParallel } from '../transport/in-parallel.ts'
import { PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer } from '../transport/transport.ts'
import { findActivityIds } from './activity-reader.ts'
import { type Associated, readAssociations } from './associations.ts'
import { type ContactDeps, contactRecords } from './contact-records.ts'
import { DATED_PROPERTIES } from './contact-signals.ts'
import {
  type Coding,
  narrowed,
  ownCompanyId,
  RECORD_OBJECTS,
  type RecordType,
  recordProperties,
  toRecord,
} from './records.ts'

/** HubSpot docs, "Using object APIs": inputs of a batch read; fewer when history is asked for. */
const BATCH = 100
const BATCH_WITH_HISTORY = 50

/** Reads contacts with their activities and companies; at most 100 refs. */
export async function readRecords(
  deps: ContactDeps,
  refs: readonly RecordRef[],
): Promise<ReadResult> {
  const idsOf = (type: RecordType): string[] => [
    ...new Set(refs.filter(({ object }) => object === RECORD_OBJECTS[type]).map(({ id }) => id)),
  ]
  const records = [
    ...(await readCompanies(deps, idsOf('companies'))),
    ...(await readContacts(deps, idsOf('contacts'))),
  ]
  const found = new Set(records.map(recordKey))
  return { records, missing: refs.filter((ref) => !found.has(recordKey(ref))) }
}

async function readCompanies(deps: ContactDeps, ids: readonly string[]): Promise<SafeRecord[]> {
  if (ids.length === 0) return []
  const objects = await readBatches(deps, 'companies', ids, [])
  const none = { activities: [], associatedCompanyId: undefined }
  const coding = await codingOf(deps, 'companies')
  return objects.map((object) => toRecord(coding, 'companies', object, none))
}

async function readContacts(deps: ContactDeps, ids: readonly string[]): Promise<SafeRecord[]> {
  if (ids.length === 0) return []
  const contacts = await readWithHistory(deps, ids)
  const found = contacts.map(({ id }) => id)
  const [activityIds, companies] = await Promise.all([
    findActivityIds(deps, found),
    companiesOf(deps, contacts),
  ])
  const companyIdOf = ({ id }: CrmObject): string | undefined => firstOf(companies.get(id))
  return await contactRecords(deps, contacts, { activityIds, companyIdOf })
}

async function codingOf({ allowList, schema }: ContactDeps, type: RecordType): Promise<Coding> {
  const { vanished } = await schema.of(type)
  return { allowList, vanished }
}

/** Histories date the signals; a server that does not give them still gives the current values. */
async function readWithHistory(deps: ContactDeps, ids: readonly string[]): Promise<CrmObject[]> {
  const { fields } = await deps.schema.of('contacts')
  const dated = DATED_PROPERTIES.filter((name) => fields.includes(name))
  if (dated.length === 0) return await readBatches(deps, 'contacts', ids, [])
  try {
    return await readBatches(deps, 'contacts', ids, dated)
  } catch (error) {
    if (!(error instanceof PermanentError) || error.code !== 'hubspot-refused') throw error
    return await readBatches(deps, 'contacts', ids, [])
  }
}

/** Narrowed records by id, without those that are gone. */
export async function readBatches(
  deps: Pick<ContactDeps, 'transport' | 'schema'>,
  type: RecordType,
  ids: readonly string[],
  propertiesWithHistory: readonly string[],
): Promise<CrmObject[]> {
  const schema = await deps.schema.of(type)
  const properties = recordProperties(schema, type)
  const size = propertiesWithHistory.length > 0 ? BATCH_WITH_HISTORY : BATCH
  const batches = await inParallel(chunksOf(ids, size), async (batch) => {
    const inputs = batch.map((id) => ({ id }))
    const call: Call = {
      method: 'POST',
      path: PATHS.batchRead(type),
      pool: 'general',
      body: { inputs, properties, propertiesWithHistory },
    }
    const { results, errors } = parseAnswer(BatchRead, (await deps.transport(call)).body, call)
    // A row that failed for a moment must not pass for a record that is gone.
    if (errors?.some(passes)) {
      throw new TransientError('hubspot-batch-incomplete', `${call.path} left rows out`)
    }
    return results
  })
  const present = batches.flat().filter(({ archived }) => archived !== true)
  return [...new Map(present.map((object) => [object.id, narrowed(object, schema)])).values()]
}

async function companiesOf(
  { transport, sources }: ContactDeps,
  contacts: readonly CrmObject[],
): Promise<ReadonlyMap<string, readonly Associated[]>> {
  const ids = contacts.filter((contact) => ownCompanyId(contact) === undefined).map(({ id }) => id)
  return await readAssociations(transport, sources, { from: 'contacts', to: 'companies', ids })
}

function firstOf(companies: readonly Associated[] | undefined): string | undefined {
  return (companies?.find(({ primary }) => primary) ?? companies?.[0])?.id
}
