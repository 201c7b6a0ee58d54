import { XMLParser } from 'fast-xml-parser'
import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import type { MetadataOutcome } from './metadata-error.ts'
import { readComponent } from './read-metadata.ts'
import { type SaveMode, saveField } from './save-field.ts'
import { savePermissionSet } from './save-permission-set.ts'
import { METADATA_NAMESPACE, wrapSoapBody } from './soap-envelope.ts'

const MOST_COMPONENTS = 10
const TYPES = new Set(['CustomField', 'PermissionSet'])
const MODES: Readonly<Record<string, SaveMode>> = {
  createMetadata: 'create',
  updateMetadata: 'update',
  upsertMetadata: 'upsert',
}

const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: true,
})

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const asNode = (value: unknown): Node => (isNode(value) ? value : {})
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const asList = (value: unknown): readonly unknown[] => {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

export interface SoapCall {
  readonly sessionId: string | undefined
  readonly method: string
  readonly arguments: Node
}

/** Reads an envelope. Throws UNKNOWN_EXCEPTION when it holds no operation. */
export function readSoapCall(xml: string): SoapCall {
  const envelope = asNode(asNode(parser.parse(xml))['Envelope'])
  const body = asNode(envelope['Body'])
  const method = Object.keys(body).find((name) => !name.startsWith('@_'))
  if (method === undefined)
    throw new PermanentError('UNKNOWN_EXCEPTION', 'No operation in the SOAP body')
  const sessionId = asNode(asNode(envelope['Header'])['SessionHeader'])['sessionId']
  return {
    sessionId: typeof sessionId === 'string' ? sessionId : undefined,
    method,
    arguments: asNode(body[method]),
  }
}

/** Runs one Metadata API call and returns the response envelope. Throws what becomes a fault. */
export function answerMetadataCall(org: Org, call: SoapCall): string {
  const mode = MODES[call.method]
  if (mode !== undefined) return envelope(call.method, saveComponents(org, mode, call))
  if (call.method === 'readMetadata') return envelope(call.method, readComponents(org, call))
  throw new PermanentError('UNKNOWN_EXCEPTION', `No operation available for request ${call.method}`)
}

function saveComponents(org: Org, mode: SaveMode, call: SoapCall): readonly object[] {
  const components = asList(call.arguments['metadata']).map(asNode)
  const types = components.map((component) => asText(component['@_type']).replace(/^.*:/, ''))
  refuseTooMany(components)
  const [type = ''] = types
  if (types.some((other) => other !== type)) {
    throw new PermanentError('INVALID_TYPE', 'All components must be of the same metadata type')
  }
  requireType(type)
  const save = type === 'CustomField' ? saveField : savePermissionSet
  return org.records.transaction(() =>
    components.map((component) =>
      outcomeXml(save(org, mode, asText(component['fullName']), component), mode),
    ),
  )
}

function readComponents(org: Org, call: SoapCall): object {
  const type = asText(call.arguments['type'])
  requireType(type)
  const names = asList(call.arguments['fullNames']).map(asText)
  refuseTooMany(names)
  return {
    records: names.map((name) => {
      const component = readComponent(org, type, name)
      return component === undefined
        ? { '@_xsi:nil': 'true' }
        : { '@_xsi:type': type, ...component }
    }),
  }
}

/** Metadata API guide, "createMetadata()": at most ten components of one type a call. */
function refuseTooMany(components: readonly unknown[]): void {
  if (components.length <= MOST_COMPONENTS) return
  throw new PermanentError(
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${MOST_COMPONENTS} records in this operation`,
  )
}

function requireType(type: string): void {
  if (!TYPES.has(type))
    throw new PermanentError('INVALID_TYPE', `This type of metadata is not available: ${type}`)
}

function outcomeXml(outcome: MetadataOutcome, mode: SaveMode): object {
  if (outcome.success) {
    const { fullName, success, created } = outcome
    return mode === 'upsert' ? { created, fullName, success } : { fullName, success }
  }
  const errors = outcome.errors.map(({ statusCode, message, fields }) => ({
    ...(fields.length === 0 ? {} : { fields }),
    message,
    statusCode,
  }))
  const rest = { errors, fullName: outcome.fullName, success: false }
  return mode === 'upsert' ? { created: false, ...rest } : rest
}

function envelope(method: string, result: object): string {
  return wrapSoapBody({ [`${method}Response`]: { '@_xmlns': METADATA_NAMESPACE, result } })
}
