import type { Log } from '#src/ports.ts'
import type { AllowList, FieldSource } from '#src/privacy/allowed-field.ts'
import { hasBasis } from '#src/privacy/needs-basis.ts'
import { type FoundField, OPEN_FIELD, readableFields } from '#src/privacy/readable-fields.ts'
import {
  type Property,
  readProperties,
  SENSITIVE_LEVELS,
  sensitivityOf,
} from '../provisioning/property-list.ts'
import type { HubspotType } from '../transport/paths.ts'
import type { Transport } from '../transport/transport.ts'

/** Which properties of a portal may be named in a request. */
export interface PortalSchema {
  /** Allow-listed, or standing beside one that is, and there; sensitive ones only with a recorded basis. */
  readonly fields: readonly string[]
  /** Required ones that are gone, hidden or refused. */
  readonly vanished: readonly string[]
  /** Whether a property exists, allow-listed or not: for ids and stamps we need to page by. */
  has(name: string): boolean
}

export interface SchemaSource {
  of(type: HubspotType): Promise<PortalSchema>
  /** After properties were created. */
  forget(): void
}

export interface SchemaDeps {
  readonly transport: Transport
  readonly allowList: AllowList
  readonly log: Log
  readonly now: () => number
}

export const SOURCES: Readonly<Record<HubspotType, FieldSource>> = {
  contacts: 'contact',
  companies: 'company',
  calls: 'call',
  emails: 'email',
  meetings: 'meeting',
  communications: 'communication',
  deals: 'deal',
}

const KEEP_MS = 5 * 60_000

/** Reads each type's properties when first needed and again after five minutes. */
export function createSchemaSource(deps: SchemaDeps): SchemaSource {
  const known = new Map<HubspotType, { schema: Promise<PortalSchema>; readAt: number }>()
  const told = new Set<string>()
  const read = async (type: HubspotType): Promise<PortalSchema> => {
    const schema = await readSchema(deps, type)
    const fields = schema.vanished.join(' ')
    if (fields !== '' && !told.has(`${type} ${fields}`)) {
      told.add(`${type} ${fields}`)
      deps.log.warn('HubSpot properties that must be there are gone, hidden or sensitive', {
        object: type,
        fields,
      })
    }
    return schema
  }
  return {
    async of(type) {
      const hit = known.get(type)
      if (hit && deps.now() - hit.readAt < KEEP_MS) return await hit.schema
      const schema = read(type)
      known.set(type, { schema, readAt: deps.now() })
      schema.catch(() => known.delete(type))
      return await schema
    },
    forget: () => known.clear(),
  }
}

/**
 * An activity object's allow-listed properties are all HubSpot's own and cannot be made sensitive, so
 * they are asked for by name where the properties themselves may not be read.
 */
async function readSchema(deps: SchemaDeps, type: HubspotType): Promise<PortalSchema> {
  const open = await readProperties(deps.transport, type)
  const closed = open === undefined ? [] : await readSensitive(deps, type, open)
  const byName = new Map([...(open ?? []), ...closed].map((property) => [property.name, property]))
  const find = (field: string): FoundField | undefined => {
    const property = byName.get(field)
    if (open === undefined) return OPEN_FIELD
    return property && foundField(property)
  }
  const known = (): Iterable<string> => byName.keys()
  const { names, vanished } = readableFields(deps.allowList, SOURCES[type], find, known)
  return { fields: names, vanished, has: (name) => open === undefined || byName.has(name) }
}

/** Sensitive properties are looked for only when the owner gave a basis for one that is not open. */
async function readSensitive(
  { transport, allowList }: SchemaDeps,
  type: HubspotType,
  open: readonly Property[],
): Promise<readonly Property[]> {
  const names = new Set(open.map(({ name }) => name))
  const wanted = allowList.fields[SOURCES[type]] ?? []
  if (!wanted.some((entry) => hasBasis(entry) && !names.has(entry.field))) return []
  const found: Property[] = []
  for (const level of SENSITIVE_LEVELS) {
    found.push(...((await readProperties(transport, type, level)) ?? []))
  }
  return found
}

function foundField(property: Property): FoundField {
  return {
    sensitivity: sensitivityOf(property),
    classes: property.sensitiveDataCategories ?? [],
  }
}
