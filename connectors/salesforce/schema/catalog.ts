import type { Log } from '#src/ports.ts'
import type { FoundField } from '#src/privacy/readable-fields.ts'
import { OPEN_FIELD } from '#src/privacy/readable-fields.ts'
import { type FieldDefinitions, readFieldDefinitions } from '../provisioning/field-definitions.ts'
import type { Querier } from '../querying/query.ts'
import type { SalesforceTransport } from '../transport/transport.ts'
import { type Describe, describe } from './describe.ts'

export interface CatalogDeps {
  readonly transport: SalesforceTransport
  readonly tooling: Querier
  readonly log: Log
}

/** Objects of the organisation as we see them, and how their owner classed the fields. */
export interface Catalog {
  /** `undefined`: not there or hidden. */
  describe(sobject: string): Describe | undefined
  /** The object a relationship such as `Individual` leads to from here. */
  relatedObject(sobject: string, relationship: string): string | undefined
  /** Empty where the classes are not told. */
  definitions(sobject: string): FieldDefinitions
  /** A field that we see, with its classes; those of the address or name it is part of count too. */
  find(sobject: string, field: string): FoundField | undefined
}

/** An object to look at, and the lookups to follow from it. */
export interface Wanted {
  readonly sobject: string
  readonly relationships: readonly string[]
}

/** Describes objects and what they refer to, each once, then reads all classes together. */
export async function readCatalog(
  { transport, tooling, log }: CatalogDeps,
  wanted: readonly Wanted[],
): Promise<Catalog> {
  const described = new Map<string, Promise<Describe | undefined>>()
  const look = (sobject: string): Promise<Describe | undefined> => {
    const known = described.get(sobject) ?? describe(transport, sobject)
    described.set(sobject, known)
    return known
  }
  await Promise.all(
    wanted.map(async ({ sobject, relationships }) => {
      const found = await look(sobject)
      const targets = relationships.map((name) => found && targetOf(found, name))
      const related = targets.filter((target) => target !== undefined)
      await Promise.all(related.map((target) => look(target)))
    }),
  )
  const seen = new Map<string, Describe>()
  for (const [sobject, pending] of described) {
    const found = await pending
    if (found !== undefined) seen.set(sobject, found)
  }
  return catalogOf(seen, await readFieldDefinitions({ tooling, log }, [...seen.keys()]))
}

function catalogOf(
  seen: ReadonlyMap<string, Describe>,
  classes: ReadonlyMap<string, FieldDefinitions>,
): Catalog {
  const none: FieldDefinitions = new Map()
  return {
    describe: (sobject) => seen.get(sobject),
    relatedObject(sobject, relationship) {
      const from = seen.get(sobject)
      const target = from && targetOf(from, relationship)
      return target !== undefined && seen.has(target) ? target : undefined
    },
    definitions: (sobject) => classes.get(sobject) ?? none,
    find(sobject, name) {
      const field = seen.get(sobject)?.fields.find((one) => one.name === name)
      if (field === undefined) return undefined
      const told = [name, field.compoundFieldName ?? name].map((one) =>
        classes.get(sobject)?.get(one.toLowerCase()),
      )
      return told.find((one) => one !== undefined && one.sensitivity !== 'none') ?? OPEN_FIELD
    },
  }
}

function targetOf(described: Describe, relationship: string): string | undefined {
  const lookup = described.fields.find(
    ({ name, relationshipName }) =>
      relationshipName === relationship || name === `${relationship}Id`,
  )
  return lookup && (lookup.referenceTo?.[0] ?? relationship)
}
