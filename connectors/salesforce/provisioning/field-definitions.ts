import type { CrmField } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { Log } from '#src/ports.ts'
import type { Querier, QueryOutcome, Row } from '../querying/query.ts'
import { compare, select } from '../querying/soql.ts'

/** What the setup says of a field, whether we may read the field or not. */
export interface FieldDefinition {
  readonly name: string
  readonly label: string
  /** As the setup shows it: `Text(40)`, `Lookup(Individual)`. */
  readonly dataType: string
  readonly sensitivity: CrmField['sensitivity']
  /** Compliance groups, and the classification where it asks for care. */
  readonly classes: readonly string[]
}

/** By lower-case field name. */
export type FieldDefinitions = ReadonlyMap<string, FieldDefinition>

/** Salesforce Help, "Data Classification": `Public` and `Internal` are put on nearly everything. */
const TELLING = new Set(['confidential', 'restricted', 'missioncritical'])
const CLOSED = new Set(['restricted', 'missioncritical'])

/**
 * How the fields of objects are classed; an object is missing from the answer where the setup may not
 * be looked at. FieldDefinition takes one object a query (Tooling API, "SOQL Operation Limitations").
 */
export async function readFieldDefinitions(
  { tooling, log }: { readonly tooling: Querier; readonly log: Log },
  sobjects: readonly string[],
): Promise<ReadonlyMap<string, FieldDefinitions>> {
  const queries = sobjects.map((sobject) => ({
    soql: select({
      fields: [
        'QualifiedApiName',
        'Label',
        'DataType',
        'SecurityClassification',
        'ComplianceGroup',
      ],
      from: 'FieldDefinition',
      where: [compare('EntityDefinition.QualifiedApiName', '=', sobject)],
    }),
  }))
  const outcomes = await tooling.outcomes(queries).catch(noOutcomes)
  const found = new Map<string, FieldDefinitions>()
  for (const [index, sobject] of sobjects.entries()) {
    const outcome = outcomes[index]
    if (outcome !== undefined && 'rows' in outcome) found.set(sobject, byName(outcome.rows))
  }
  const untold = sobjects.filter((sobject) => !found.has(sobject))
  if (untold.length > 0) log.warn(UNTOLD, { objects: untold.join(' ') })
  return found
}

const UNTOLD =
  'Salesforce does not tell how fields are classed, so the allow-list alone decides; the permission "View Setup and Configuration" would let it'

/** Whoever may not look at the setup is refused altogether. */
function noOutcomes(error: unknown): readonly QueryOutcome[] {
  if (error instanceof PermanentError) return []
  throw error
}

function byName(rows: readonly Row[]): FieldDefinitions {
  const definitions = rows.map(definitionOf).filter((one) => one !== undefined)
  return new Map(definitions.map((one) => [one.name.toLowerCase(), one]))
}

function definitionOf(row: Row): FieldDefinition | undefined {
  const name = textOf(row['QualifiedApiName'])
  if (name === undefined) return undefined
  const groups = groupsOf(row['ComplianceGroup'])
  const classification = textOf(row['SecurityClassification']) ?? ''
  const telling = TELLING.has(classification.toLowerCase()) ? [classification] : []
  return {
    name,
    label: textOf(row['Label']) ?? name,
    dataType: textOf(row['DataType']) ?? '',
    sensitivity: sensitivityOf(groups, classification),
    classes: [...groups, ...telling],
  }
}

function sensitivityOf(groups: readonly string[], classification: string): CrmField['sensitivity'] {
  const isHealth = groups.some((group) => group.toUpperCase() === 'HIPAA')
  if (isHealth || CLOSED.has(classification.toLowerCase())) return 'highly-sensitive'
  return groups.length > 0 ? 'sensitive' : 'none'
}

/** A multi-select comes as one text, `HIPAA;PII`. */
function groupsOf(value: unknown): readonly string[] {
  const text = Array.isArray(value) ? value.join(';') : (textOf(value) ?? '')
  return text
    .split(';')
    .map((group) => group.trim())
    .filter((group) => group !== '')
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
