import { entriesOf } from '../allow-list.ts'
import type { AllowedField, AllowList, FieldSource, TextRule } from '../allowed-field.ts'
import { SOURCES_OF } from './check-file.ts'
import { keysOfCoder } from './entry-coder.ts'

const HEAD = `# What may enter from this portal. A field that is not named here does not exist for Leadwell.
# docs/guides/allow-list.md explains each key. Nothing in this file is a value of any record.`

const POLICY =
  '# What the portal\u2019s owner answers for: consent, 42 CFR Part 2, language of the notes.'
const TEXTS =
  '# What the portal\u2019s own pages, forms, campaigns and mail domains are to us; * is anything.'
const FIELDS =
  '# field: name in the CRM. fact: what it becomes. basis: why something sensitive may be read.'

/** A suggestion that is written down but not in force. */
export interface Remark {
  readonly why: string
  readonly entry: AllowedField
}

export interface SerialiseOptions {
  /** Entries written as comments, for a person to take up. */
  readonly remarks?: Readonly<Partial<Record<FieldSource, readonly Remark[]>>>
}

/** YAML in a stable order, so that two versions can be compared line by line. */
export function serialiseAllowList(
  allowList: AllowList,
  { remarks = {} }: SerialiseOptions = {},
): string {
  const { crm, version, activityRetentionDays, policy, texts } = allowList
  const sources = SOURCES_OF[crm].flatMap((source) => {
    const entries = entriesOf(allowList, source)
    const proposed = remarks[source] ?? []
    if (allowList.fields[source] === undefined && proposed.length === 0) return []
    return [
      entries.length === 0 ? `  ${source}: []` : `  ${source}:`,
      ...entries.flatMap(entryLines),
      ...proposed.flatMap(remarkLines),
    ]
  })
  return [
    HEAD,
    `crm: ${crm}`,
    `version: ${version}`,
    `activityRetentionDays: ${activityRetentionDays}`,
    '',
    POLICY,
    'policy:',
    ...Object.entries(policy).map(([key, value]) => `  ${key}: ${flow(value)}`),
    '',
    TEXTS,
    'texts:',
    ...(['pages', 'forms', 'campaigns'] as const).flatMap((kind) => ruleLines(kind, texts[kind])),
    `  personalDomains: ${flow(texts.personalDomains)}`,
    `  studentDomains: ${flow(texts.studentDomains)}`,
    '',
    FIELDS,
    sources.length === 0 ? 'fields: {}' : 'fields:',
    ...sources,
    '',
  ].join('\n')
}

function ruleLines(kind: string, rules: readonly TextRule[]): readonly string[] {
  if (rules.length === 0) return [`  ${kind}: []`]
  return [
    `  ${kind}:`,
    ...rules.map(({ match, code }) => `    - { match: ${flow(match)}, code: ${flow(code)} }`),
  ]
}

function entryLines(entry: AllowedField): readonly string[] {
  const { field, fact, coder, category, purpose, roles, retentionDays, basis, required } = entry
  const how = keysOfCoder(coder)
  const keys = { field, fact, ...how, category, purpose, roles, retentionDays, basis, required }
  return Object.entries(keys)
    .filter(([, value]) => value !== undefined)
    .map(([key, value], index) => `${index === 0 ? '    - ' : '      '}${key}: ${flow(value)}`)
}

function remarkLines({ why, entry }: Remark): readonly string[] {
  return [`    # Proposed: ${why}`, ...entryLines(entry).map((line) => `    #${line.slice(4)}`)]
}

const PLAIN = /^[a-z][a-z0-9_.-]*$/i
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i

/** YAML on one line: plain words stay plain, everything else is quoted as in JSON. */
function flow(value: unknown): string {
  if (typeof value === 'string') {
    return PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const pairs = Object.entries(value).map(([key, inner]) => `${flow(key)}: ${flow(inner)}`)
  return `{ ${pairs.join(', ')} }`
}
