import { PermanentError } from '#src/errors.ts'
import { entriesOf } from '#src/privacy/allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { type FoundField, readableFields } from '#src/privacy/readable-fields.ts'
import { type ConsentSchema, consentSchemaOf, findConsentPoint } from '../reading/consent-schema.ts'
import { type Catalog, type CatalogDeps, readCatalog } from './catalog.ts'
import { CONSENT_OBJECT, isConsentPoint, type SalesforceSource, SOBJECTS } from './sobjects.ts'

/** One object as this organisation lets us see it. */
export interface ObjectSchema {
  readonly source: SalesforceSource
  readonly sobject: string
  readonly allowList: AllowList
  /** Allow-listed fields that may be asked for, relationship paths included. */
  readonly fields: readonly string[]
  /** Required ones that are gone, hidden or refused. */
  readonly vanished: readonly string[]
  /** What its setup says is there and we do not see: field-level security. */
  readonly hidden: readonly string[]
  /** Absent: there are no consent rows to ask for, or nobody wants them. */
  readonly consents: ConsentSchema | undefined
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

export type SchemaDeps = CatalogDeps & { readonly allowList: AllowList }

type Warn = (message: string, object: string, fields?: readonly string[]) => void

const SOURCES = Object.keys(SOBJECTS) as readonly SalesforceSource[]

/** What may be asked for, looked up once. Throws PermanentError when there are no people at all. */
export function createSchemaReader(deps: SchemaDeps): SchemaReader {
  const told = new Set<string>()
  const warn: Warn = (message, object, fields = []) => {
    const line = [message, object, ...fields].join(' ')
    if (told.has(line)) return
    told.add(line)
    deps.log.warn(message, { object, ...(fields.length > 0 && { fields: fields.join(' ') }) })
  }
  let schema: Promise<OrgSchema> | undefined
  return {
    get: () => {
      schema ??= readSchema(deps, warn).catch((error: unknown) => {
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

async function readSchema(deps: SchemaDeps, warn: Warn): Promise<OrgSchema> {
  const { allowList } = deps
  const catalog = await readCatalog(deps, [
    ...SOURCES.map((source) => ({
      sobject: SOBJECTS[source],
      relationships: relationshipsOf(allowList, source),
    })),
    ...(wantsConsents(allowList) ? [{ sobject: CONSENT_OBJECT, relationships: [] }] : []),
  ])
  const schema = new Map<SalesforceSource, ObjectSchema>()
  for (const source of SOURCES) {
    if (catalog.describe(SOBJECTS[source]) === undefined) {
      warn('Salesforce object is not there or hidden', SOBJECTS[source])
    } else {
      schema.set(source, objectSchema(catalog, allowList, source, warn))
    }
  }
  if (!schema.has('lead') && !schema.has('contact')) throw noPeople()
  return schema
}

function relationshipsOf(allowList: AllowList, source: SalesforceSource): readonly string[] {
  const paths = entriesOf(allowList, source).filter(
    ({ field }) => field.includes('.') && !isConsentPoint(field),
  )
  return [...new Set(paths.map(({ field }) => field.split('.')[0] ?? ''))]
}

function wantsConsents(allowList: AllowList): boolean {
  return SOURCES.some((source) =>
    entriesOf(allowList, source).some(({ field }) => isConsentPoint(field)),
  )
}

function objectSchema(
  catalog: Catalog,
  allowList: AllowList,
  source: SalesforceSource,
  warn: Warn,
): ObjectSchema {
  const sobject = SOBJECTS[source]
  const find = (field: string): FoundField | undefined => findPath(catalog, sobject, field)
  const { names, vanished } = readableFields(allowList, source, find)
  const left = new Set(entriesOf(allowList, source).map(({ field }) => field))
  for (const name of names) left.delete(name)
  const absent = [...left].filter((field) => find(field) === undefined)
  const refused = [...left].filter((field) => find(field) !== undefined)
  if (absent.length > 0) warn('Salesforce fields are not there or hidden', sobject, absent)
  if (refused.length > 0) warn('Salesforce fields are classed and have no basis', sobject, refused)
  if (vanished.length > 0)
    warn('Salesforce fields that must be readable are not', sobject, vanished)
  const seen = new Set(catalog.describe(sobject)?.fields.map(({ name }) => name))
  return {
    source,
    sobject,
    allowList,
    fields: names.filter((name) => !isConsentPoint(name)),
    // What is there but may not be read may have said no.
    vanished: [...new Set([...vanished, ...refused])],
    hidden: absent.filter((field) => isInSetup(catalog, sobject, field)),
    consents: consentSchemaOf(catalog, names.filter(isConsentPoint)),
    has: (field) => seen.has(field),
  }
}

function isInSetup(catalog: Catalog, sobject: string, path: string): boolean {
  const [relationship = '', field] = path.split('.')
  const related = field === undefined ? sobject : catalog.relatedObject(sobject, relationship)
  return related !== undefined && catalog.definitions(related).has((field ?? path).toLowerCase())
}

/** `Individual.ShouldForget` needs the lookup here and the field there. */
function findPath(catalog: Catalog, sobject: string, path: string): FoundField | undefined {
  if (isConsentPoint(path)) return findConsentPoint(catalog, sobject)
  const [relationship = '', field] = path.split('.')
  if (field === undefined) return catalog.find(sobject, path)
  const related = catalog.relatedObject(sobject, relationship)
  return related === undefined ? undefined : catalog.find(related, field)
}

function noPeople(): PermanentError {
  return new PermanentError(
    'salesforce-object-hidden',
    'Salesforce shows neither Lead nor Contact to the user Leadwell connects as.',
    'Give that user read access to Lead, Contact and Account.',
  )
}
