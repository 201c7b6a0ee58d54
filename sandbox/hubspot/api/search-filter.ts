import { z } from 'zod'
import { type ObjectType, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import type { PortalState } from '#sandbox/hubspot/portal/portal-state.ts'
import type { PropertyType } from '#sandbox/hubspot/portal/property-definition.ts'
import { invalid } from '#sandbox/hubspot/portal/refusal.ts'

export const Filter = z.object({
  propertyName: z.string(),
  operator: z.enum([
    'EQ',
    'NEQ',
    'LT',
    'LTE',
    'GT',
    'GTE',
    'BETWEEN',
    'IN',
    'NOT_IN',
    'HAS_PROPERTY',
    'NOT_HAS_PROPERTY',
    'CONTAINS_TOKEN',
    'NOT_CONTAINS_TOKEN',
  ]),
  value: z.coerce.string().optional(),
  highValue: z.coerce.string().optional(),
  values: z.array(z.coerce.string()).optional(),
})
export type Filter = z.infer<typeof Filter>

/** A record as search sees it. */
export interface Searched {
  readonly id: string
  readonly properties: Readonly<Record<string, string>>
}
export type Test = (record: Searched) => boolean

const OPERANDS: Readonly<
  Record<Filter['operator'], readonly ('value' | 'highValue' | 'values')[]>
> = {
  EQ: ['value'],
  NEQ: ['value'],
  LT: ['value'],
  LTE: ['value'],
  GT: ['value'],
  GTE: ['value'],
  BETWEEN: ['value', 'highValue'],
  IN: ['values'],
  NOT_IN: ['values'],
  HAS_PROPERTY: [],
  NOT_HAS_PROPERTY: [],
  CONTAINS_TOKEN: ['value'],
  NOT_CONTAINS_TOKEN: ['value'],
}

/** Compiles one filter; throws 400 for a property nobody defined or a missing operand. */
export function compileFilter(state: PortalState, type: ObjectType, filter: Filter): Test {
  if (OPERANDS[filter.operator].some((operand) => filter[operand] === undefined)) {
    throw invalid(`There was a problem with the request: ${filter.operator} lacks its operand`)
  }
  if (filter.propertyName.startsWith('associations.')) return associatedWith(state, type, filter)
  const property = state.properties(type).get(filter.propertyName)
  if (property === undefined || property.archived) {
    throw invalid(
      `There was a problem with the request: property ${filter.propertyName} does not exist`,
    )
  }
  const test = compileOperator(property.type, filter)
  return ({ properties }) => test(properties[filter.propertyName])
}

/** The pseudo-property `associations.{type}`. */
function associatedWith(state: PortalState, type: ObjectType, filter: Filter): Test {
  const to = objectTypeOf(filter.propertyName.slice('associations.'.length))
  const wanted = new Set(filter.values ?? [filter.value])
  return ({ id }) => state.links.of(type.id, id, to.id).some(({ toId }) => wanted.has(toId))
}

type ValueTest = (value: string | undefined) => boolean

function compileOperator(type: PropertyType, filter: Filter): ValueTest {
  const comparable = comparableOf(type)
  const low = comparable(filter.value ?? '')
  const high = comparable(filter.highValue ?? '')
  const present =
    (test: (value: string) => boolean): ValueTest =>
    (value) =>
      value !== undefined && test(value)
  switch (filter.operator) {
    case 'EQ':
      return present((value) => comparable(value) === low)
    case 'NEQ':
      return (value) => value === undefined || comparable(value) !== low
    case 'LT':
      return present((value) => comparable(value) < low)
    case 'LTE':
      return present((value) => comparable(value) <= low)
    case 'GT':
      return present((value) => comparable(value) > low)
    case 'GTE':
      return present((value) => comparable(value) >= low)
    case 'BETWEEN':
      return present((value) => comparable(value) >= low && comparable(value) <= high)
    case 'IN':
    case 'NOT_IN':
      return compileIn(type, filter)
    case 'HAS_PROPERTY':
      return (value) => value !== undefined
    case 'NOT_HAS_PROPERTY':
      return (value) => value === undefined
    case 'CONTAINS_TOKEN':
    case 'NOT_CONTAINS_TOKEN':
      return compileToken(filter)
  }
}

/** Case counts for enumerations only. */
export function comparableOf(type: PropertyType): (value: string) => string | number {
  if (type === 'number') return Number
  if (type === 'date' || type === 'datetime') {
    return (value) => (/^-?\d+$/.test(value) ? Number(value) : Date.parse(value))
  }
  return type === 'enumeration' ? (value) => value : (value) => value.toLowerCase()
}

/** String properties match lower-case operands only: an upper-case one finds nothing. */
function compileIn(type: PropertyType, filter: Filter): ValueTest {
  const comparable = comparableOf(type)
  const operands = filter.values ?? []
  const listed = new Set<string | number>(type === 'string' ? operands : operands.map(comparable))
  const wanted = filter.operator === 'IN'
  return (value) => (value !== undefined && listed.has(comparable(value))) === wanted
}

function compileToken(filter: Filter): ValueTest {
  const escaped = (filter.value ?? '').replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
  const pattern = new RegExp(`(^|[^a-z0-9])${escaped.replaceAll('*', '.*')}($|[^a-z0-9])`, 'i')
  const wanted = filter.operator === 'CONTAINS_TOKEN'
  return (value) => (value !== undefined && pattern.test(value)) === wanted
}
