import type { ObjectType } from './object-types.ts'
import type { PortalState } from './portal-state.ts'
import type { PropertyDefinition } from './property-definition.ts'
import { invalid, type Refusal } from './refusal.ts'

/** Why a value cannot be written. HubSpot's messages repeat the value; so do these. */
export interface ValueProblem {
  readonly name: string
  readonly error: string
  readonly message: string
}

export type CheckedValues =
  | { readonly values: Readonly<Record<string, string>>; readonly problems: undefined }
  | { readonly values: undefined; readonly problems: readonly ValueProblem[] }

/** Turns the values of one write into what is stored, or says everything that is wrong with them. */
export function checkValues(
  state: PortalState,
  type: ObjectType,
  properties: Readonly<Record<string, unknown>>,
): CheckedValues {
  const values: Record<string, string> = {}
  const problems: ValueProblem[] = []
  for (const [name, raw] of Object.entries(properties)) {
    const checked = checkValue(state.properties(type).get(name), name, raw)
    if (typeof checked === 'string') values[name] = checked
    else problems.push(checked)
  }
  if (problems.length > 0) return { values: undefined, problems }
  return { values, problems: undefined }
}

export function problemsMessage(state: PortalState, problems: readonly ValueProblem[]): string {
  const details = problems.map(({ name, error, message }) => ({
    isValid: false,
    message,
    error,
    name,
    localizedErrorMessage: message,
    portalId: state.portalId,
  }))
  return `Property values were not valid: ${JSON.stringify(details)}`
}

export function valuesRefused(state: PortalState, problems: readonly ValueProblem[]): Refusal {
  return invalid(problemsMessage(state, problems), {
    errors: problems.map(({ name, error, message }) => ({
      message,
      code: error,
      context: { propertyName: [name] },
    })),
  })
}

function checkValue(
  property: PropertyDefinition | undefined,
  name: string,
  raw: unknown,
): string | ValueProblem {
  const problem = (error: string, message: string) => ({ name, error, message })
  if (property === undefined || property.archived) {
    return problem('PROPERTY_DOESNT_EXIST', `Property "${name}" does not exist`)
  }
  if (property.readOnlyValue) {
    return problem('READ_ONLY_VALUE', `"${name}" is a read only property; its value cannot be set.`)
  }
  if (raw === null || raw === undefined || raw === '') return ''
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') {
    return problem('INVALID_TYPE', `${name} was not a string, number or boolean`)
  }
  return checkTyped(property, String(raw))
}

function checkTyped(property: PropertyDefinition, value: string): string | ValueProblem {
  const problem = (error: string, message: string) => ({ name: property.name, error, message })
  switch (property.type) {
    case 'bool':
    case 'enumeration':
      return checkOptions(property, value)
    case 'number':
      return /^-?\d*\.?\d+(e[+-]?\d+)?$/i.test(value)
        ? value
        : problem('INVALID_DOUBLE', `${value} was not a valid number.`)
    case 'date':
    case 'datetime':
      return checkDate(property, value)
    case 'string':
    case 'phone_number':
      return value.length <= 65_536
        ? value
        : problem('INVALID_STRING_LENGTH', `${property.name} was longer than 65536 characters`)
  }
}

function checkOptions(property: PropertyDefinition, value: string): string | ValueProblem {
  const several = property.fieldType === 'checkbox'
  const chosen = several ? value.split(';').filter((one) => one !== '') : [value]
  const allowed = property.options.map((option) => option.value)
  const stranger = chosen.find((one) => !allowed.includes(one))
  if (stranger === undefined) return several ? chosen.join(';') : value
  const message = `${stranger} was not one of the allowed options: [${allowed.join(', ')}]`
  return { name: property.name, error: 'INVALID_OPTION', message }
}

/** Epoch milliseconds or ISO 8601; a `date` must be midnight UTC and is kept as a day. */
function checkDate(property: PropertyDefinition, value: string): string | ValueProblem {
  const at = /^-?\d+$/.test(value) ? new Date(Number(value)) : parseIso(value)
  if (Number.isNaN(at.getTime())) {
    const message = `${value} was not a valid long.`
    return { name: property.name, error: 'INVALID_LONG', message }
  }
  if (property.type === 'datetime') return at.toISOString()
  if (at.getTime() % 86_400_000 === 0) return at.toISOString().slice(0, 10)
  const message = `${value} is at ${at.toISOString()}, not midnight!`
  return { name: property.name, error: 'INVALID_DATE', message }
}

function parseIso(value: string): Date {
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? new Date(value) : new Date(Number.NaN)
}
