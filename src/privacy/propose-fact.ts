import type { CrmField } from '../connector-port.ts'
import { allowFrom, BOOLEAN, COUNT, DATE } from './allow.ts'
import type { Coder, FieldSource } from './allowed-field.ts'
import { FIELD_SOURCES } from './allowed-field.ts'
import type { FactKind } from './fact-definition.ts'
import { FACT_WORDS } from './fact-words.ts'
import { definitionOf } from './facts.ts'
import type { Proposal } from './field-judgement.ts'
import { plainName } from './plain-name.ts'
import { plainWords } from './vocabularies/vocabulary.ts'
import type { VocabularyName } from './vocabularies.ts'
import { VOCABULARIES } from './vocabulary-tables.ts'

const FITTING: Readonly<Record<FactKind['of'], readonly CrmField['type'][]>> = {
  boolean: ['boolean'],
  number: ['number'],
  date: ['date'],
  code: ['choice', 'text'],
  'code-list': ['choices'],
}

/** The facts a field could become, judged by name, label, type and its list of values. */
export function proposeFacts(field: CrmField): readonly Proposal[] {
  const source = FIELD_SOURCES.find((known) => known === field.source)
  if (source !== 'contact' && source !== 'lead' && source !== 'company') return []
  const names = [plainName(field.field), plainWords(field.label)]
  return FACT_WORDS.flatMap(([fact, words, on]) => {
    if (!on.includes(source)) return []
    const coder = coderFor(source, fact, field)
    if (coder === undefined) return []
    const isNamed = names.some((name) => words.test(name))
    const unmapped = field.options.filter((option) => !isKnown(source, fact, option)).length
    const speaks = field.options.length > 1 && unmapped / field.options.length <= 0.4
    const why = isNamed ? 'its name says so' : 'its list of values says so'
    if (!isNamed && !(speaks && isTelling(source, fact))) return []
    return [{ entry: allowFrom(source, { field: field.field, fact, coder }), why, unmapped }]
  })
}

function coderFor(source: FieldSource, fact: string, field: CrmField): Coder | undefined {
  const kind = definitionOf(source, fact)?.kind
  if (kind === undefined || !FITTING[kind.of].includes(field.type)) return undefined
  if (kind.of === 'boolean') return BOOLEAN
  if (kind.of === 'number') return COUNT
  if (kind.of === 'date') return DATE
  return 'vocabulary' in kind ? codesFor(kind.of, kind.vocabulary, field.options) : undefined
}

/** The shipped vocabulary where it knows every value; otherwise the portal's values, to be completed. */
function codesFor(
  of: 'code' | 'code-list',
  name: VocabularyName,
  options: readonly string[],
): Coder {
  const { code } = VOCABULARIES[name]
  if (options.every((option) => code(option) !== 'other' || plainWords(option) === 'other')) {
    return of === 'code' ? { as: 'vocabulary', name } : { as: 'code-list', name }
  }
  const codes: Record<string, string[]> = {}
  for (const option of options) (codes[code(option)] ??= []).push(option)
  return of === 'code' ? { as: 'codes', codes } : { as: 'code-list', codes }
}

function isKnown(source: FieldSource, fact: string, option: string): boolean {
  const kind = definitionOf(source, fact)?.kind
  if (kind === undefined || !('vocabulary' in kind)) return true
  return VOCABULARIES[kind.vocabulary].code(option) !== 'other' || plainWords(option) === 'other'
}

// Two states or "web" and "email" turn up in many lists; only these give themselves away.
const BY_VALUES: ReadonlySet<string> = new Set([
  'ageBand',
  'inquiryType',
  'language',
  'organisationType',
  'part2Elements',
  'requestedContact',
  'serviceLine',
  'smsElements',
  'verification',
])

function isTelling(source: FieldSource, fact: string): boolean {
  return BY_VALUES.has(fact) && definitionOf(source, fact) !== undefined
}
