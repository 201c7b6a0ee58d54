import { z } from 'zod'
import type { Problem } from '#src/scoring/problem.ts'
import { createLineFinder, tryReadYaml } from '#src/scoring/read-yaml.ts'
import { DEFAULT_POLICY } from '../../consent/default-policy.ts'
import { PermanentError } from '../../errors.ts'
import type { PortalPolicy } from '../../ports.ts'
import { allowFrom } from '../allow.ts'
import { NO_TEXTS } from '../allow-list.ts'
import type { AllowedField, AllowList, FieldSource, PortalTexts } from '../allowed-field.ts'
import { ACTIVITY_RETENTION_DAYS } from '../facts/groups.ts'
import { AllowListFile, type Entry } from './allow-list-schema.ts'
import { checkFile, SOURCES_OF } from './check-file.ts'
import { describeIssue } from './describe-issue.ts'
import { coderOf } from './entry-coder.ts'

/** Throws PermanentError `allow-list-invalid` naming every problem with its line; values are never quoted. */
export function parseAllowList(text: string, file: string): AllowList {
  const read = tryReadYaml({ text, file, code: 'allow-list-invalid', schema: z.unknown() })
  if ('problems' in read) {
    throw invalid(
      file,
      read.problems.map(({ line, sentence }) => `${file}:${line} ${sentence}`),
    )
  }
  const parsed = AllowListFile.safeParse(read.value)
  const issues = parsed.success ? [] : parsed.error.issues
  const problems = [...issues.flatMap(describeIssue), ...checkFile(read.value)]
  if (parsed.success && problems.length === 0) return toAllowList(parsed.data)
  throw invalid(file, located(problems, { text, file, value: read.value }))
}

function invalid(file: string, told: readonly string[]): PermanentError {
  const count = told.length === 1 ? '1 problem' : `${told.length} problems`
  return new PermanentError(
    'allow-list-invalid',
    `${count} in ${file}:\n${told.join('\n')}`,
    'docs/guides/allow-list.md tells what an allow-list holds.',
  )
}

function located(
  problems: readonly Problem[],
  { text, file, value }: { text: string; file: string; value: unknown },
): readonly string[] {
  const lineOf = createLineFinder(text)
  return problems
    .map(({ path, what }) => ({ line: lineOf(path), told: `${inWords(path, value)} ${what}` }))
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, told }) => `${file}:${line} ${told}`)
}

/** `contact jobtitle: roles`, or the path where it leads to no field. */
function inWords(path: Problem['path'], value: unknown): string {
  const [top, source, index, ...keys] = path
  const name = at(value, [top, source, index, 'field'])
  if (top !== 'fields' || typeof name !== 'string' || !/^[\w.]{1,80}$/.test(name)) {
    return path.length === 0 ? 'the file' : path.map(String).join('.')
  }
  const key = keys.length === 0 ? '' : `: ${keys.map(String).join('.')}`
  return `${String(source)} ${name}${key}`
}

function at(value: unknown, path: readonly (PropertyKey | undefined)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && key !== undefined
        ? Reflect.get(inner, key)
        : undefined,
    value,
  )
}

function toAllowList(file: AllowListFile): AllowList {
  const { crm, version = 0, fields, policy, texts } = file
  const sources = SOURCES_OF[crm].flatMap((source) => {
    const entries = fields[source]
    return entries === undefined ? [] : [[source, entries.map((entry) => toEntry(source, entry))]]
  })
  return {
    crm,
    version,
    fields: Object.fromEntries(sources),
    texts: filled<PortalTexts>(NO_TEXTS, texts),
    activityRetentionDays: file.activityRetentionDays ?? ACTIVITY_RETENTION_DAYS,
    policy: filled<PortalPolicy>(DEFAULT_POLICY, policy),
  }
}

/** What is left out stays as it ships: the careful answer. */
function filled<T extends object>(
  shipped: T,
  given: { readonly [Key in keyof T]?: T[Key] | undefined } = {},
): T {
  const stated = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...shipped, ...Object.fromEntries(stated) }
}

function toEntry(source: FieldSource, entry: Entry): AllowedField {
  const { field, fact, category, purpose, roles, retentionDays, basis, required } = entry
  const more = { category, purpose, roles, retentionDays, basis, required: required || undefined }
  const stated = Object.entries(more).filter(([, value]) => value !== undefined)
  // Checked before: an entry without its coder's keys is a problem.
  const coder = coderOf(entry) ?? { as: 'codes', codes: {} }
  return allowFrom(source, { field, fact, coder, ...Object.fromEntries(stated) })
}
