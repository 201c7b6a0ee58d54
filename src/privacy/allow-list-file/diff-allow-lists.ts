import { entriesOf } from '../allow-list.ts'
import { type AllowedField, type AllowList, FIELD_SOURCES } from '../allowed-field.ts'
import { keysOfCoder } from './entry-coder.ts'

export interface AllowListChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** `contact`, `policy`, `texts` or `retention`. */
  readonly where: string
  readonly text: string
}

/** What another list would change, in words. */
export function diffAllowLists(before: AllowList, after: AllowList): readonly AllowListChange[] {
  return [
    ...FIELD_SOURCES.flatMap((source) =>
      diffEntries(source, entriesOf(before, source), entriesOf(after, source)),
    ),
    ...diffTexts(before, after),
    ...diffScalars('policy', before.policy, after.policy),
    ...diffScalars(
      'retention',
      { activityRetentionDays: before.activityRetentionDays },
      { activityRetentionDays: after.activityRetentionDays },
    ),
  ]
}

function diffEntries(
  where: string,
  before: readonly AllowedField[],
  after: readonly AllowedField[],
): readonly AllowListChange[] {
  const changes: AllowListChange[] = []
  for (const entry of after) {
    const old = before.find((known) => isSame(known, entry))
    if (old === undefined) changes.push({ kind: 'added', where, text: inWords(entry) })
    else if (changesOf(old, entry) !== '') {
      const text = `${entry.field} → ${entry.fact}: ${changesOf(old, entry)}`
      changes.push({ kind: 'changed', where, text })
    }
  }
  const gone = before.filter((old) => !after.some((entry) => isSame(old, entry)))
  changes.push(...gone.map((old) => ({ kind: 'removed', where, text: inWords(old) }) as const))
  return [...changes, ...diffOrder(where, before, after)]
}

/** Of several fields of one fact the first may win. */
function diffOrder(
  where: string,
  before: readonly AllowedField[],
  after: readonly AllowedField[],
): readonly AllowListChange[] {
  const facts = [...new Set(after.map(({ fact }) => fact))]
  return facts.flatMap((fact) => {
    const old = before.filter((entry) => entry.fact === fact)
    const now = after.filter((entry) => entry.fact === fact)
    const stays =
      old.length === now.length && old.every((entry) => now.some((e) => isSame(e, entry)))
    if (!stays || old.every(({ field }, index) => field === now[index]?.field)) return []
    const order = now.map(({ field }) => field).join(', ')
    return [{ kind: 'changed', where, text: `${fact} is read in another order: ${order}` } as const]
  })
}

function isSame(a: AllowedField, b: AllowedField): boolean {
  return a.field === b.field && a.fact === b.fact
}

function inWords(entry: AllowedField): string {
  const basis = entry.basis === undefined ? '' : `, basis: ${entry.basis}`
  return `${entry.field} becomes ${entry.fact} (${coderInWords(entry)}${basis})`
}

function coderInWords({ coder }: AllowedField): string {
  const { as, ...more } = keysOfCoder(coder)
  const details = Object.entries(more).map(([key, value]) => `${key} ${said(value)}`)
  return [as, ...details].join(', ')
}

function changesOf(old: AllowedField, entry: AllowedField): string {
  const { coder: _old, ...before } = { ...EMPTY, ...old, how: coderInWords(old) }
  const { coder: _new, ...after } = { ...EMPTY, ...entry, how: coderInWords(entry) }
  return pairsOf(before, after)
    .map(([key, from, to]) => `${LABELS[key] ?? key} ${from} → ${to}`)
    .join('; ')
}

const EMPTY = { basis: undefined, required: undefined }
const LABELS: Readonly<Record<string, string>> = {
  how: 'read as',
  retentionDays: 'days kept',
  required: 'must exist',
}

function diffScalars(where: string, before: object, after: object): readonly AllowListChange[] {
  return pairsOf(before, after).map(([key, from, to]) => ({
    kind: 'changed',
    where,
    text: `${key}: ${from} → ${to}`,
  }))
}

function diffTexts({ texts: before }: AllowList, { texts: after }: AllowList): AllowListChange[] {
  return (['pages', 'forms', 'campaigns', 'personalDomains', 'studentDomains'] as const).flatMap(
    (kind) => {
      const old = before[kind].map(ruleInWords)
      const now = after[kind].map(ruleInWords)
      const added = now.filter((rule) => !old.includes(rule))
      const removed = old.filter((rule) => !now.includes(rule))
      const isReordered = added.length + removed.length === 0 && said(old) !== said(now)
      const change = (type: AllowListChange['kind'], text: string): AllowListChange => ({
        kind: type,
        where: 'texts',
        text: `${kind}: ${text}`,
      })
      return [
        ...added.map((rule) => change('added', rule)),
        ...removed.map((rule) => change('removed', rule)),
        ...(isReordered ? [change('changed', 'asked in another order')] : []),
      ]
    },
  )
}

function ruleInWords(rule: string | { readonly match: string; readonly code: string }): string {
  return typeof rule === 'string' ? rule : `${rule.match} is ${rule.code}`
}

function pairsOf(before: object, after: object): readonly (readonly [string, string, string])[] {
  const old = new Map(Object.entries(before).map(([key, value]) => [key, said(value)]))
  return Object.entries(after).flatMap(([key, value]) => {
    const from = old.get(key) ?? 'none'
    return from === said(value) ? [] : [[key, from, said(value)] as const]
  })
}

function said(value: unknown): string {
  if (value === undefined) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
