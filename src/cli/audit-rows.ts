import type { LedgerEntry, RecordEntry } from '#src/ledger/ledger-entry.ts'

type Cell = string | number

/** An entry as a line of a table. */
export function entryRow(entry: LedgerEntry): readonly Cell[] {
  const { portal, seq, at, kind, actor, records } = entry
  return [portal ?? '', seq, dateOf(at), kind, actor, records.length, howOf(entry)]
}

/** What an entry says of one record. */
export function recordEntryRow({ entry, digest, ground }: RecordEntry): readonly Cell[] {
  const basis = ground === undefined ? '' : [ground.model ?? 'no score', ...ground.codes].join('\n')
  return [entry.seq, dateOf(entry.at), entry.kind, howOf(entry), basis, digest ?? '']
}

function howOf({ kind, detail }: LedgerEntry): string {
  if (kind === 'read')
    return [`allow-list ${text(detail['allowList'])}`, ...fieldsOf(detail['fields'])].join('\n')
  if (kind === 'sent' && Array.isArray(detail['properties'])) return wrap(detail['properties'])
  return Object.entries(detail)
    .filter(([name]) => !['counts', 'grounds', 'groundOf'].includes(name))
    .map(([name, value]) => (name === 'action' ? text(value) : `${name} ${text(value)}`))
    .join('\n')
}

function fieldsOf(fields: unknown): readonly string[] {
  return Object.entries(Object(fields)).map(
    ([source, names]) => `${source}: ${Array.isArray(names) ? wrap(names) : ''}`,
  )
}

const LINE = 60

/** Names side by side, in lines a terminal can hold. */
function wrap(names: readonly unknown[]): string {
  const lines: string[] = ['']
  for (const name of names) {
    const last = lines.at(-1) ?? ''
    const longer = last === '' ? text(name) : `${last}, ${text(name)}`
    if (longer.length > LINE && last !== '') lines.push(text(name))
    else lines[lines.length - 1] = longer
  }
  return lines.join('\n')
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function dateOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
