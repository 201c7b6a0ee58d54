import { createHash } from 'node:crypto'
import avro from 'avsc'
import type { FieldDef } from '../schema/field.ts'
import type { Schema } from '../schema/schema.ts'
import type { BusEvent } from './event-bus.ts'

/** The Avro side of an org: what GetSchema answers and how events are written. */
export interface EventSchemas {
  encode(event: BusEvent): { readonly schemaId: string; readonly payload: Buffer }
  schemaJson(schemaId: string): string | undefined
}

const STRINGS = { type: 'array', items: 'string' }
const HEADER = {
  type: 'record',
  name: 'ChangeEventHeader',
  fields: [
    { name: 'entityName', type: 'string' },
    { name: 'recordIds', type: STRINGS },
    {
      name: 'changeType',
      type: {
        type: 'enum',
        name: 'ChangeType',
        symbols: [
          'CREATE',
          'UPDATE',
          'DELETE',
          'UNDELETE',
          'SNAPSHOT',
          'GAP_CREATE',
          'GAP_UPDATE',
          'GAP_DELETE',
          'GAP_UNDELETE',
          'GAP_OVERFLOW',
        ],
      },
    },
    { name: 'changeOrigin', type: 'string' },
    { name: 'transactionKey', type: 'string' },
    { name: 'sequenceNumber', type: 'int' },
    { name: 'commitTimestamp', type: 'long' },
    { name: 'commitNumber', type: 'long' },
    { name: 'commitUser', type: 'string' },
    { name: 'nulledFields', type: STRINGS },
    { name: 'diffFields', type: STRINGS },
    { name: 'changedFields', type: STRINGS },
  ],
}

/** A compound field, so that readers meet a record they do not know. */
const PLACE = {
  name: 'Geolocation__c',
  type: [
    'null',
    {
      type: 'record',
      name: 'Geolocation',
      fields: [{ name: 'Latitude', type: ['null', 'double'], default: null }],
    },
  ],
  default: null,
}

/** Schemas follow the fields the org has now; each text has an id of its own. */
export function createEventSchemas(schema: Schema): EventSchemas {
  const texts = new Map<string, string>()
  const types = new Map<string, avro.Type>()

  const typeOf = (entity: string): { schemaId: string; type: avro.Type; fields: FieldDef[] } => {
    const fields = [...(schema.object(entity)?.fields.values() ?? [])]
    const text = JSON.stringify(recordOf(entity, fields))
    const schemaId = createHash('sha256').update(text).digest('base64url').slice(0, 22)
    const type = types.get(schemaId) ?? avro.Type.forSchema(JSON.parse(text) as avro.Schema)
    texts.set(schemaId, text)
    types.set(schemaId, type)
    return { schemaId, type, fields }
  }
  return {
    schemaJson: (schemaId) => texts.get(schemaId),
    encode: (event) => {
      const { schemaId, type, fields } = typeOf(event.entityName)
      const values = fields.map(({ name, type: kind }) => [name, shown(kind, event.values[name])])
      const record = { ChangeEventHeader: headerOf(event, fields), ...Object.fromEntries(values) }
      return { schemaId, payload: type.toBuffer({ ...record, [PLACE.name]: null }) }
    },
  }
}

function recordOf(entity: string, fields: readonly FieldDef[]): object {
  const own = fields.map(({ name, type }) => ({
    name,
    type: ['null', avroOf(type)],
    default: null,
  }))
  return {
    type: 'record',
    name: `${entity}ChangeEvent`,
    namespace: 'com.sforce.eventbus',
    fields: [{ name: 'ChangeEventHeader', type: HEADER }, ...own, PLACE],
  }
}

function headerOf(event: BusEvent, fields: readonly FieldDef[]): object {
  const { entityName, recordIds, changeType, commitUser, changed, at, position } = event
  return {
    entityName,
    recordIds,
    changeType,
    commitUser,
    changeOrigin: '',
    transactionKey: position.toString(16).padStart(32, '0'),
    sequenceNumber: 1,
    commitTimestamp: at,
    commitNumber: Number(position % 2n ** 50n),
    nulledFields: [],
    diffFields: [],
    changedFields: [bitmapOf(fields, changed)],
  }
}

/** One bit for each field of the schema, the header being the first. */
function bitmapOf(fields: readonly FieldDef[], changed: readonly string[]): string {
  const bits = changed
    .map((name) => fields.findIndex((field) => field.name === name) + 1)
    .reduce((sum, index) => sum | (1n << BigInt(index)), 0n)
  return `0x${bits.toString(16)}`
}

function avroOf(type: FieldDef['type']): string {
  if (type === 'boolean') return 'boolean'
  return ['double', 'int', 'currency', 'percent'].includes(type) ? 'double' : 'string'
}

function shown(type: FieldDef['type'], value: unknown): unknown {
  if (value === null || value === undefined) return null
  const wanted = avroOf(type)
  if (wanted === 'boolean') return value === true
  if (wanted === 'double') return Number(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
