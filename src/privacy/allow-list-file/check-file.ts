import type { Problem } from '#src/scoring/problem.ts'
import { didYouMean } from '#src/scoring/suggest.ts'
import { ACTIVITY_CATEGORIES, type Crm } from '../../ports.ts'
import { FIELD_SOURCES, type FieldSource } from '../allowed-field.ts'
import { VOCABULARIES } from '../vocabulary-tables.ts'
import { AllowListFile, Entry } from './allow-list-schema.ts'
import { checkEntry } from './check-entry.ts'

/** Which objects a CRM has. */
export const SOURCES_OF: Readonly<Record<Crm, readonly FieldSource[]>> = {
  hubspot: ['contact', 'company', 'call', 'email', 'meeting', 'communication', 'deal'],
  salesforce: ['lead', 'contact', 'company', 'task', 'event', 'email', 'campaign-member', 'deal'],
}

/**
 * What a schema cannot see: names, codes and coders that do not fit each other. Takes the file as
 * written and looks at whatever of it is well formed, so that one slip does not hide the others.
 */
export function checkFile(value: unknown): readonly Problem[] {
  const { crm, texts } = AllowListFile.shape
  const known = crm.safeParse(memberOf(value, 'crm')).data
  return [
    ...(known === undefined ? [] : checkFields(known, memberOf(value, 'fields'))),
    ...checkTexts(texts.safeParse(memberOf(value, 'texts')).data),
    ...checkServiceLines(memberOf(memberOf(value, 'policy'), 'part2ServiceLines')),
  ]
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function checkFields(crm: Crm, fields: unknown): readonly Problem[] {
  return FIELD_SOURCES.flatMap((source): readonly Problem[] => {
    const written = memberOf(fields, source)
    if (!Array.isArray(written)) return []
    if (!SOURCES_OF[crm].includes(source)) {
      const known = SOURCES_OF[crm].join(', ')
      return [{ path: ['fields', source], what: `is no object of ${crm}; known: ${known}` }]
    }
    const entries = written.map((entry: unknown) => Entry.safeParse(entry).data)
    return entries.flatMap((entry, index) => {
      if (entry === undefined) return []
      const problems = [...checkEntry(crm, source, entry), ...repeated(entries, index)]
      return problems.map(({ key, what }) => ({ path: ['fields', source, index, key], what }))
    })
  })
}

function repeated(
  entries: readonly (Entry | undefined)[],
  index: number,
): { key: string; what: string }[] {
  const { field, fact } = entries[index] ?? {}
  const first = entries.findIndex((entry) => entry?.field === field && entry?.fact === fact)
  return first === index ? [] : [{ key: 'field', what: 'is mapped to the same fact twice' }]
}

function checkTexts(texts: AllowListFile['texts'] = {}): readonly Problem[] {
  const codes = {
    pages: ACTIVITY_CATEGORIES,
    forms: ACTIVITY_CATEGORIES,
    campaigns: VOCABULARIES['campaign-type'].codes,
  }
  return (['pages', 'forms', 'campaigns'] as const).flatMap((kind) => {
    const known: readonly string[] = codes[kind]
    return (texts[kind] ?? []).flatMap(({ match, code }, index) => {
      const path = ['texts', kind, index]
      const problems: Problem[] = []
      if (!known.includes(code))
        problems.push({ path: [...path, 'code'], what: unknown(code, known) })
      if (!/[a-z0-9/]/i.test(match)) {
        problems.push({ path: [...path, 'match'], what: 'would fit everything; name something' })
      }
      return problems
    })
  })
}

function checkServiceLines(lines: unknown): readonly Problem[] {
  const known = VOCABULARIES['service-line'].codes
  const written: readonly unknown[] = Array.isArray(lines) ? lines : []
  return written.flatMap((code, index) =>
    typeof code !== 'string' || known.includes(code)
      ? []
      : [{ path: ['policy', 'part2ServiceLines', index], what: unknown(code, known) }],
  )
}

function unknown(code: string, known: readonly string[]): string {
  return `is not a known code${didYouMean(code, known)}; known: ${known.join(', ')}`
}
