import { z } from 'zod'

/**
 * What HubSpot documents of every request we may make, as strict as its own client's types: a key that
 * is not documented, a missing one or one of another type fails. Bodies by method and path.
 */
interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: RegExp
  readonly query: z.ZodType
  readonly body: z.ZodType
}

const TYPE = '(contacts|companies|deals|calls|emails|meetings|notes|tasks|communications)'
const VERSION = '2026-09'
const Nothing = z.undefined().or(z.strictObject({}))
const Text = z.string().min(1)
const Id = z.string().regex(/^\d+$/)
const Names = z.array(Text)
const NameList = z.string().regex(/^[a-z0-9_]+(,[a-z0-9_]+)*$/)
const Limit = (most: number) =>
  z.string().refine((text) => Number(text) >= 1 && Number(text) <= most, 'limit out of range')
const unique = <T>(items: readonly T[]): boolean => new Set(items).size === items.length

const readOf = (input: z.ZodType, more: z.ZodRawShape = {}) =>
  z.strictObject({
    inputs: z
      .array(z.strictObject({ id: input }))
      .min(1)
      .max(100),
    properties: Names,
    propertiesWithHistory: Names,
    ...more,
  })
const BatchRead = readOf(Id)
  .or(readOf(z.email(), { idProperty: z.literal('email') }))
  .refine(
    ({ inputs, propertiesWithHistory }) =>
      propertiesWithHistory.length === 0 || inputs.length <= 50,
    'fewer inputs with history',
  )
/** Submitters are found by address; nothing of them is asked for but their id. */
const BatchReadByEmail = z.strictObject({
  idProperty: z.literal('email'),
  inputs: z
    .array(z.strictObject({ id: z.string().includes('@') }))
    .min(1)
    .max(100),
  properties: z.tuple([z.literal('hs_object_id')]),
  propertiesWithHistory: z.tuple([]),
})
const UpdateInput = z.strictObject({
  id: Id,
  objectWriteTraceId: Text,
  properties: z.record(Text, z.string()),
})
const BatchUpdate = z.strictObject({
  inputs: z
    .array(UpdateInput)
    .min(1)
    .max(100)
    .refine((inputs) => unique(inputs.map(({ id }) => id)), 'an id twice')
    .refine((inputs) => unique(inputs.map((one) => one.objectWriteTraceId)), 'a trace id twice'),
})
const Filter = z.strictObject({
  propertyName: Text,
  operator: z.enum(['EQ', 'GT', 'GTE', 'LT', 'LTE', 'IN', 'BETWEEN', 'HAS_PROPERTY']),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
  highValue: z.string().optional(),
})
const Search = z
  .strictObject({
    filterGroups: z
      .array(z.strictObject({ filters: z.array(Filter).max(6) }))
      .min(1)
      .max(5),
    sorts: z
      .array(z.strictObject({ propertyName: Text, direction: z.enum(['ASCENDING', 'DESCENDING']) }))
      .max(1),
    properties: Names,
    limit: z.number().int().min(1).max(200),
    after: z.string().regex(/^\d+$/),
  })
  .refine((body) => JSON.stringify(body.filterGroups).length <= 3_000, 'filters too long')
  .refine(({ after, limit }) => Number(after) + limit <= 10_000, 'beyond the last result')
const Option = z.strictObject({
  label: Text,
  value: Text,
  displayOrder: z.number().int(),
  hidden: z.boolean(),
  description: z.string().optional(),
})
const Traits = {
  label: Text,
  description: z.string(),
  groupName: Text,
  fieldType: z.enum(['number', 'select', 'checkbox', 'text', 'textarea', 'date']),
  hidden: z.literal(false),
  formField: z.literal(false),
  options: z.array(Option).optional(),
}
const PropertyCreate = z.strictObject({
  name: z.string().regex(/^leadwell_[a-z_]+$/),
  type: z.enum(['number', 'enumeration', 'string', 'datetime']),
  ...Traits,
})
const Group = z.strictObject({
  name: z.literal('leadwell'),
  label: Text,
  displayOrder: z.number().int().min(-1),
})
const Column = z.strictObject({
  columnObjectTypeId: z.enum(['0-1', '0-2']),
  columnName: Text,
  propertyName: Text,
  columnType: z.literal('HUBSPOT_OBJECT_ID').optional(),
})
const ImportRequest = z.strictObject({
  name: Text,
  importOperations: z.partialRecord(z.enum(['0-1', '0-2']), z.literal('UPDATE')),
  dateFormat: z.literal('YEAR_MONTH_DAY'),
  files: z.tuple([
    z.strictObject({
      fileName: Text,
      fileFormat: z.literal('CSV'),
      fileImportPage: z.strictObject({
        hasHeader: z.literal(true),
        columnMappings: z.array(Column).min(2),
      }),
    }),
  ]),
})
const ImportForm = z
  .strictObject({ importRequest: z.string(), fileName: Text, file: z.string() })
  .refine((form) => ImportRequest.safeParse(JSON.parse(form.importRequest)).success, 'import')

const at = (
  method: Endpoint['method'],
  path: string,
  { query = Nothing, body = Nothing }: { query?: z.ZodType; body?: z.ZodType } = {},
): Endpoint => ({ method, path: new RegExp(`^${path}$`), query, body })

const objects = `/crm/objects/${VERSION}/${TYPE}`
const properties = `/crm/properties/${VERSION}/${TYPE}`
const Page = z.strictObject({ limit: Limit(100), after: Text.optional() })

const ENDPOINTS: readonly Endpoint[] = [
  at('GET', objects, {
    query: z.strictObject({
      limit: Limit(100),
      after: Id.optional(),
      properties: NameList.optional(),
      propertiesWithHistory: NameList.optional(),
      associations: NameList.optional(),
      archived: z.enum(['true', 'false']).optional(),
    }),
  }),
  at('GET', `${objects}/\\d+`, { query: z.strictObject({ properties: NameList }) }),
  at('POST', `${objects}/batch/read`, { body: z.union([BatchRead, BatchReadByEmail]) }),
  at('POST', `${objects}/batch/update`, { body: BatchUpdate }),
  at('POST', `${objects}/search`, { body: Search }),
  at('POST', `/crm/associations/${VERSION}/${TYPE}/${TYPE}/batch/read`, {
    body: z.strictObject({
      inputs: z
        .array(z.strictObject({ id: Id, after: Text.optional() }))
        .min(1)
        .max(1_000),
    }),
  }),
  at('GET', properties, {
    query: z.strictObject({
      dataSensitivity: z.enum(['sensitive', 'highly_sensitive']).optional(),
    }),
  }),
  at('POST', `${properties}/batch/create`, {
    body: z.strictObject({ inputs: z.array(PropertyCreate).min(1).max(100) }),
  }),
  at('POST', properties, { body: PropertyCreate }),
  at('PATCH', `${properties}/leadwell_[a-z_]+`, { body: z.strictObject(Traits) }),
  at('GET', `${properties}/groups`),
  at('POST', `${properties}/groups`, { body: Group }),
  at('PATCH', `${properties}/groups/leadwell`, { body: z.strictObject({ label: Text }) }),
  at('GET', `/crm/limits/${VERSION}/custom-properties`),
  at('POST', `/crm/imports/${VERSION}`, { body: ImportForm }),
  at('GET', `/crm/imports/${VERSION}`, { query: Page }),
  at('GET', `/crm/imports/${VERSION}/\\d+`),
  at('GET', `/crm/imports/${VERSION}/\\d+/errors`, { query: Page }),
  at('GET', `/marketing/marketing-events/${VERSION}`, { query: Page }),
  at('GET', `/marketing/marketing-events/${VERSION}/participations/[^/]+/breakdown`, {
    query: Page.extend({ state: Text.optional() }),
  }),
  at('POST', `/communication-preferences/${VERSION}/statuses/batch/read`, {
    query: z.strictObject({ channel: z.literal('EMAIL') }),
    body: z.strictObject({ inputs: z.array(z.email()).max(100) }),
  }),
  at('GET', `/events/event-occurrences/${VERSION}(/event-types)?`, {
    query: Page.partial().extend({
      objectType: Text.optional(),
      objectId: Id.optional(),
      eventType: Text.optional(),
      occurredAfter: Text.optional(),
      occurredBefore: Text.optional(),
      sort: Text.optional(),
    }),
  }),
  at('GET', `/account-info/(${VERSION}|v3)/details`),
  at('GET', '/marketing/(v3/forms|forms/2026-09-beta)', { query: Page }),
  at('GET', '/form-integrations/v1/submissions/forms/[0-9a-f-]{36}', {
    query: z.strictObject({ limit: Limit(50), after: Text.optional() }),
  }),
]

export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** What is wrong with a request; `undefined` when it is as documented. */
export function shapeProblem({ method, path, query, body }: SeenRequest): string | undefined {
  const endpoint = ENDPOINTS.find((one) => one.method === method && one.path.test(path))
  if (endpoint === undefined) return `${method} ${path}: not documented`
  for (const [schema, value] of [
    [endpoint.query, query],
    [endpoint.body, body],
  ] as const) {
    const parsed = schema.safeParse(value)
    if (!parsed.success) return `${method} ${path}: ${z.prettifyError(parsed.error)}`
  }
  return undefined
}
