import type { CrmField } from '../connector-port.ts'
import { entriesOf } from './allow-list.ts'
import {
  type AllowedField,
  type AllowList,
  type CoderKind,
  FIELD_SOURCES,
  type FieldSource,
} from './allowed-field.ts'
import { mayRead } from './refused-field.ts'

export interface SchemaProblem {
  readonly source: FieldSource
  readonly field: string
  readonly code: 'field-unknown' | 'field-vanished' | 'type-wrong' | 'basis-missing'
  /** Ends a sentence that starts with the field. */
  readonly what: string
}

export interface SchemaCheck {
  readonly problems: readonly SchemaProblem[]
  /** On the list that ships and not in this portal: nothing is read for it. */
  readonly absent: readonly AllowedField[]
  /** The list with `required` on every field that exists now. */
  readonly list: AllowList
}

const TEXTUAL: readonly CrmField['type'][] = ['text', 'long-text', 'choice', 'choices', 'other']
const FITTING: Readonly<Record<CoderKind, readonly CrmField['type'][]>> = {
  number: ['number', 'text', 'choice', 'other'],
  boolean: ['boolean', 'text', 'choice', 'other'],
  date: ['date', 'text', 'other'],
  vocabulary: TEXTUAL,
  codes: [...TEXTUAL, 'number', 'boolean'],
  'code-list': TEXTUAL,
  matches: TEXTUAL,
  revocation: TEXTUAL,
  'crisis-terms': TEXTUAL,
}

/**
 * Whether a list fits the portal it is for: fields that do not exist, types that cannot be read so,
 * and sensitive fields without a recorded basis. `shipped` names the fields that may be missing.
 */
export function checkAgainstSchema(
  list: AllowList,
  schema: readonly CrmField[],
  shipped: AllowList,
): SchemaCheck {
  const problems: SchemaProblem[] = []
  const absent: AllowedField[] = []
  const fields: Partial<Record<FieldSource, readonly AllowedField[]>> = {}
  for (const source of FIELD_SOURCES) {
    if (list.fields[source] === undefined) continue
    const known = schema.filter((field) => field.source === source)
    fields[source] = entriesOf(list, source).map((entry) => {
      // An object we may not describe: nothing can be said of its fields.
      if (known.length === 0) return entry
      const found = known.find(({ field }) => field === entry.field)
      if (found !== undefined) problems.push(...problemsOf(source, entry, found))
      else if (entry.required !== true && isShipped(shipped, source, entry)) absent.push(entry)
      else problems.push(missing(source, entry))
      return found === undefined ? entry : { ...entry, required: true }
    })
  }
  return { problems, absent, list: { ...list, fields } }
}

function isShipped(shipped: AllowList, source: FieldSource, { field }: AllowedField): boolean {
  return entriesOf(shipped, source).some((entry) => entry.field === field)
}

function missing(source: FieldSource, { field, required }: AllowedField): SchemaProblem {
  const what =
    required === true
      ? 'was there when the list was approved and is gone or hidden; show it to us again, or take it off the list'
      : 'is no field of this portal, or hidden from us'
  return { source, field, code: required === true ? 'field-vanished' : 'field-unknown', what }
}

function problemsOf(
  source: FieldSource,
  entry: AllowedField,
  found: CrmField,
): readonly SchemaProblem[] {
  const { field, coder, fact } = entry
  const problems: SchemaProblem[] = []
  if (!FITTING[coder.as].includes(found.type)) {
    const what = `is ${TYPES[found.type]} and cannot be read as ${coder.as} (${fact})`
    problems.push({ source, field, code: 'type-wrong', what })
  }
  if (!mayRead(entry, found)) {
    const what =
      'is sensitive or free text; write a basis that says why it may be read, or take it off the list'
    problems.push({ source, field, code: 'basis-missing', what })
  }
  return problems
}

const TYPES: Readonly<Record<CrmField['type'], string>> = {
  text: 'text',
  'long-text': 'long text',
  number: 'a number',
  boolean: 'a yes or no',
  date: 'a date',
  choice: 'a choice',
  choices: 'a choice of several',
  reference: 'a reference to another record',
  other: 'of a type of its own',
}
