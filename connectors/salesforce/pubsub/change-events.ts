import avro from 'avsc'
import { z } from 'zod'
import { TransientError } from '#src/errors.ts'

/** What we read of a change event: who changed, never what they changed to. */
export const ChangeEventHeader = z.object({
  entityName: z.string(),
  recordIds: z.array(z.string()),
  changeType: z.string(),
  commitUser: z.string().nullish(),
})
export type ChangeEventHeader = z.infer<typeof ChangeEventHeader>

const HEADER = 'ChangeEventHeader'
const Field = z.looseObject({ name: z.string(), type: z.unknown() })
const RecordSchema = z.looseObject({ type: z.literal('record'), fields: z.array(Field) })

export type ReadHeader = (payload: Buffer) => ChangeEventHeader

/**
 * Reads the header of events of one schema. Everything else of the event is skipped by the decoder
 * undecoded, so that no value of a record ever stands in memory.
 */
export function createHeaderReader(schemaJson: string): ReadHeader {
  const schema = parseSchema(schemaJson)
  const writer = avro.Type.forSchema(asSchema(schema))
  const reader = avro.Type.forSchema(asSchema(headerOnly(schema)))
  const resolver = reader.createResolver(writer)
  return (payload) => {
    const decoded = z
      .object({ [HEADER]: ChangeEventHeader })
      .safeParse(decode(reader, payload, resolver))
    if (!decoded.success) throw new UnreadableEvent('header')
    return decoded.data[HEADER]
  }
}

/** The same record with nothing but the header, and of the header nothing but what we read. */
function headerOnly(schema: z.infer<typeof RecordSchema>): object {
  const header = schema.fields.find(({ name }) => name === HEADER)
  const type = RecordSchema.safeParse(header?.type)
  if (!type.success) throw new UnreadableEvent('schema')
  const wanted = Object.keys(ChangeEventHeader.shape)
  const fields = type.data.fields.filter(({ name }) => wanted.includes(name))
  return { ...schema, fields: [{ ...header, type: { ...type.data, fields } }] }
}

function parseSchema(schemaJson: string): z.infer<typeof RecordSchema> {
  try {
    return RecordSchema.parse(JSON.parse(schemaJson))
  } catch {
    throw new UnreadableEvent('schema')
  }
}

/** avsc checks a schema itself when it is used. */
function asSchema(schema: object): avro.Schema {
  return schema as avro.Schema
}

function decode(
  type: avro.Type,
  payload: Buffer,
  resolver: ReturnType<avro.Type['createResolver']>,
): unknown {
  try {
    const value: unknown = type.fromBuffer(payload, resolver)
    return value
  } catch {
    // avsc's messages quote the bytes.
    throw new UnreadableEvent('payload')
  }
}

/** One event; the stream goes on, and a poll finds what it was about. */
export class UnreadableEvent extends TransientError {
  constructor(what: string) {
    super('push-event-unreadable', `The ${what} of a change event is unreadable.`)
  }
}
