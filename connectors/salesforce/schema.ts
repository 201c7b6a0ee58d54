import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { Log } from '#src/ports.ts'
import { allowListFor } from '#src/privacy/allow-list.ts'
import { describePath } from './paths.ts'
import { type SalesforceSource, SOBJECTS } from './sobjects.ts'
import { parseBody, type SalesforceTransport } from './transport.ts'

const Describe = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      relationshipName: z.string().nullish(),
      referenceTo: z.array(z.string()).nullish(),
      picklistValues: z.array(z.object({ value: z.string() })).nullish(),
      updateable: z.boolean().nullish(),
    }),
  ),
})
export type Describe = z.infer<typeof Describe>

/** One object as this organisation lets us see it. */
export interface ObjectSchema {
  readonly source: SalesforceSource
  readonly sobject: string
  /** Allow-listed fields that exist and are visible, relationship paths included. */
  readonly fields: readonly string[]
  /** Whether a field that is not allow-listed, such as a lookup, can be queried. */
  has(field: string): boolean
}

/** Absent: the object is not there for us. */
export type OrgSchema = ReadonlyMap<SalesforceSource, ObjectSchema>

export interface SchemaReader {
  get(): Promise<OrgSchema>
  /** The next `get` asks again: a field was taken away. */
  forget(): void
}

const SOURCES = Object.keys(SOBJECTS) as readonly SalesforceSource[]
const NOT_THERE = new Set([
  'salesforce-not-found',
  'salesforce-object-hidden',
  'salesforce-access-denied',
])

/** What may be asked for, described once. Throws PermanentError when there are no people at all. */
export function createSchemaReader(transport: SalesforceTransport, log: Log): SchemaReader {
  let schema: Promise<OrgSchema> | undefined
  return {
    get: () => {
      schema ??= readSchema(transport, log).catch((error: unknown) => {
        schema = undefined
        throw error
      })
      return schema
    },
    forget: () => {
      schema = undefined
    },
  }
}

/** `undefined` when the object does not exist or is hidden. */
export async function describe(
  transport: SalesforceTransport,
  sobject: string,
): Promise<Describe | undefined> {
  const path = describePath(sobject)
  try {
    return await transport.request({ method: 'GET', path }, (body) =>
      parseBody(Describe, body, `GET ${path}`),
    )
  } catch (error) {
    if (error instanceof PermanentError && NOT_THERE.has(error.code)) return undefined
    throw error
  }
}

async function readSchema(transport: SalesforceTransport, log: Log): Promise<OrgSchema> {
  const described = new Map<string, Promise<Describe | undefined>>()
  const look = (sobject: string): Promise<Describe | undefined> => {
    const found = described.get(sobject) ?? describe(transport, sobject)
    described.set(sobject, found)
    return found
  }
  const schemas = await Promise.all(
    SOURCES.map(async (source) => {
      const found = await look(SOBJECTS[source])
      if (found !== undefined) return await objectSchema(source, found, look, log)
      log.warn('Salesforce object is not there or hidden', { object: SOBJECTS[source] })
      return undefined
    }),
  )
  const seen = schemas.filter((schema) => schema !== undefined)
  const schema = new Map(seen.map((object) => [object.source, object]))
  if (!schema.has('lead') && !schema.has('contact')) throw noPeople()
  return schema
}

async function objectSchema(
  source: SalesforceSource,
  described: Describe,
  look: (sobject: string) => Promise<Describe | undefined>,
  log: Log,
): Promise<ObjectSchema> {
  const names = new Set(described.fields.map(({ name }) => name))
  const fields: string[] = []
  const hidden: string[] = []
  for (const { field } of allowListFor('salesforce')[source] ?? []) {
    const visible = field.includes('.') ? await hasPath(described, field, look) : names.has(field)
    ;(visible ? fields : hidden).push(field)
  }
  if (hidden.length > 0) {
    const object = SOBJECTS[source]
    log.warn('Salesforce fields are not there or hidden', { object, fields: hidden.join(' ') })
  }
  return { source, sobject: SOBJECTS[source], fields, has: (field) => names.has(field) }
}

/** `Individual.ShouldForget` needs the lookup here and the field there. */
async function hasPath(
  described: Describe,
  path: string,
  look: (sobject: string) => Promise<Describe | undefined>,
): Promise<boolean> {
  const [relationship = '', field = ''] = path.split('.')
  const lookup = described.fields.find(
    ({ name, relationshipName }) =>
      relationshipName === relationship || name === `${relationship}Id`,
  )
  if (lookup === undefined) return false
  const related = await look(lookup.referenceTo?.[0] ?? relationship)
  return related?.fields.some(({ name }) => name === field) ?? false
}

function noPeople(): PermanentError {
  return new PermanentError(
    'salesforce-object-hidden',
    'Salesforce shows neither Lead nor Contact to the user Leadwell connects as.',
    'Give that user read access to Lead, Contact and Account.',
  )
}
