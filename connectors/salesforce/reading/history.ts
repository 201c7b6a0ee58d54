import type { Activity, RecordObject } from '#src/ports.ts'
import { entriesOf } from '#src/privacy/allow-list.ts'
import { codeDate } from '#src/privacy/code-date.ts'
import { codeFact } from '#src/privacy/safe-record.ts'
import type { Row } from '../querying/query.ts'
import { activity, dayIn } from './activities.ts'
import { epochMs, type RecordSchema, valueAt } from './records.ts'

/** What a rep said and what became of somebody: a field keeps only the last, its history all. */
const TOLD_BY_REPS = ['repFeedback', 'outcome'] as const
type Told = (typeof TOLD_BY_REPS)[number]

export type Person = Exclude<RecordObject, 'company'>

/** Where Salesforce keeps the earlier values of tracked fields (Object Reference, "LeadHistory"). */
export const HISTORIES: Readonly<Record<Person, { readonly from: string; readonly of: string }>> = {
  lead: { from: 'LeadHistory', of: 'LeadId' },
  contact: { from: 'ContactHistory', of: 'ContactId' },
}

/** Readable fields of these records whose history tells something. */
export function trackedFields(schema: RecordSchema): readonly string[] {
  return fieldsOf(schema, TOLD_BY_REPS)
}

/** Readable fields that say what became of somebody. */
export function outcomeFields(schema: RecordSchema): readonly string[] {
  return fieldsOf(schema, ['outcome'])
}

function fieldsOf(schema: RecordSchema, facts: readonly Told[]): readonly string[] {
  const wanted = entriesOf(schema.allowList, schema.source)
    .filter(({ fact }) => facts.some((told) => told === fact))
    .map(({ field }) => field)
  return [...new Set(wanted)].filter((field) => schema.fields.includes(field))
}

/**
 * What reps told of a record, dated. Where the field's history is not kept, feedback was given at
 * the record's last change at the latest; an outcome then needs a date of its own, because a later
 * one would let the score know what came after.
 */
export function toldByReps(
  schema: RecordSchema,
  row: Row,
  history: readonly Row[],
  nowMs: number,
): readonly Activity[] {
  return [...feedback(schema, row, history), ...outcome(schema, row, history, nowMs)].filter(
    ({ at }) => at <= nowMs,
  )
}

/** What became of a lead is decided when it is converted; into an opportunity or not. */
export function toldByConversion(
  schema: RecordSchema | undefined,
  row: Row,
  nowMs: number,
): readonly Activity[] {
  const at = dayIn({ day: codeDate(row['ConvertedDate']) ?? '' }, 'day', nowMs)
  const opened = row['ConvertedOpportunityId'] == null ? activity('deal-opened', at) : []
  const kind = schema === undefined ? undefined : KINDS.get(current(schema, 'outcome', row))
  const decided = kind === undefined ? [] : activity(kind, at)
  return [...opened, ...decided].filter((act) => act.at <= nowMs)
}

function feedback(schema: RecordSchema, row: Row, history: readonly Row[]): readonly Activity[] {
  const past = changesTo(schema, 'repFeedback', history)
  if (past.length > 0) return past.flatMap(({ at }) => activity('feedback-given', at))
  const now = current(schema, 'repFeedback', row)
  return now === undefined ? [] : activity('feedback-given', epochMs(row['LastModifiedDate']))
}

function outcome(
  schema: RecordSchema,
  row: Row,
  history: readonly Row[],
  nowMs: number,
): readonly Activity[] {
  const is = current(schema, 'outcome', row)
  const kind = KINDS.get(is)
  if (kind === undefined) return []
  const said = dayIn({ outcomeAt: current(schema, 'outcomeAt', row) ?? '' }, 'outcomeAt', nowMs)
  const past = changesTo(schema, 'outcome', history).filter(({ value }) => value === is)
  return activity(kind, said ?? past.at(-1)?.at)
}

const KINDS: ReadonlyMap<unknown, 'deal-won' | 'deal-lost'> = new Map([
  ['won', 'deal-won'],
  ['lost', 'deal-lost'],
])

function current(schema: RecordSchema, fact: Told | 'outcomeAt', row: Row) {
  const values = schema.fields.map((field) => [field, valueAt(row, field)])
  return codeFact(schema.allowList, schema.source, fact, Object.fromEntries(values))
}

/** Oldest first. */
function changesTo(schema: RecordSchema, fact: Told, history: readonly Row[]) {
  return history
    .flatMap((row) => {
      const field = String(row['Field'])
      const value = codeFact(schema.allowList, schema.source, fact, { [field]: row['NewValue'] })
      const at = epochMs(row['CreatedDate'])
      return value === undefined || at === undefined ? [] : [{ value, at }]
    })
    .toSorted((a, b) => a.at - b.at)
}
