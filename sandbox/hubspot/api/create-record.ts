import { associationTypeById } from '#sandbox/hubspot/portal/association-types.ts'
import type { Mutation } from '#sandbox/hubspot/portal/mutation.ts'
import { CONTACTS, type ObjectType, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import { checkValues, valuesRefused } from '#sandbox/hubspot/portal/property-values.ts'
import { invalid, Refusal } from '#sandbox/hubspot/portal/refusal.ts'
import type { ApiContext } from './api-context.ts'

export interface NewRecord {
  readonly type: ObjectType
  readonly properties: Readonly<Record<string, unknown>>
  readonly associations: readonly {
    readonly to: { readonly id: string }
    readonly types: readonly { readonly associationTypeId: number }[]
  }[]
}

/** What creating a record and its associations takes; throws 400 or, for a taken e-mail, 409. */
export function createMutations(
  context: Pick<ApiContext, 'state' | 'now' | 'appSource'>,
  record: NewRecord,
  id = context.state.table(record.type).nextId(),
): { id: string; mutations: Mutation[] } {
  const { state } = context
  const { type } = record
  const { values, problems } = checkValues(state, type, record.properties)
  if (problems !== undefined) throw valuesRefused(state, problems)
  requireProperties(type, values)
  if (type === CONTACTS) refuseTakenEmail(state, values['email'])
  const common = { at: context.now(), source: context.appSource }
  const links = record.associations.map((link): Mutation => {
    const pair = associationTypeById(type, link.types[0]?.associationTypeId ?? 0)
    const target = pair && state.table(objectTypeOf(pair.to)).get(link.to.id)
    if (pair === undefined || target === undefined) {
      throw invalid(`No such object to associate with: ${link.to.id}`)
    }
    const primary = pair.primary === link.types[0]?.associationTypeId
    return {
      op: 'link',
      from: type.id,
      fromId: id,
      to: pair.to,
      toId: link.to.id,
      primary,
      ...common,
    }
  })
  return {
    id,
    mutations: [{ op: 'create', type: type.id, id, properties: values, ...common }, ...links],
  }
}

function requireProperties(type: ObjectType, values: Readonly<Record<string, string>>): void {
  const missing = type.required.filter((names) =>
    names.every((name) => (values[name] ?? '') === ''),
  )
  if (missing.length === 0) return
  throw invalid(
    `Error creating ${type.singular.toUpperCase()}. Some required properties were not set.`,
    {
      errors: [
        {
          message: 'required properties were not set',
          code: 'REQUIRED_PROPERTIES_MISSING',
          context: { properties: missing.flat() },
        },
      ],
    },
  )
}

function refuseTakenEmail(state: ApiContext['state'], email: string | undefined): void {
  if (email === undefined || email === '') return
  const same = (value: string | undefined) => value?.toLowerCase() === email.toLowerCase()
  const taken = state
    .table(CONTACTS)
    .all.find(({ properties, archivedAt }) => archivedAt === undefined && same(properties['email']))
  if (taken === undefined) return
  const message = `Contact already exists. Existing ID: ${taken.id}`
  throw new Refusal(409, message, { category: 'CONFLICT' })
}
