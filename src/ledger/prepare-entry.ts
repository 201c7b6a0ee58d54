import { z } from 'zod'
import { PermanentError } from '../errors.ts'
import type { Intent, RecordRef } from '../ports.ts'
import type { DecidedIntent, Ground, LedgerInput, LedgerKind } from './ledger-entry.ts'
import { ERASURE_REASONS } from './ledger-entry.ts'

/**
 * Begins with a letter, so that no telephone number, date or member number is one. A CRM's reason has
 * parts: `VALIDATION_ERROR/REQUIRED_FIELD/lifecyclestage`.
 */
export const Code = z.string().regex(/^[A-Za-z][A-Za-z0-9_.:/-]{0,119}$/)
/** As the CRMs name fields. */
const FieldName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_.:-]{0,254}$/)
const Count = z.int().nonnegative()
/** `individual@3`. */
const ModelName = z.string().regex(/^[A-Za-z][A-Za-z0-9_.@-]{0,79}$/)
const Counts = z.partialRecord(z.enum(['contact', 'lead', 'company']), Count)
const GroundOfDecision = z.strictObject({ model: ModelName.nullable(), codes: z.array(Code) })
const Outcome = z.strictObject({ counts: Counts, code: Code })

const DETAILS = {
  read: z.strictObject({
    counts: Counts,
    fields: z.record(Code, z.array(FieldName)),
    allowList: Count,
  }),
  decided: z.strictObject({
    counts: Counts,
    allowList: Count,
    grounds: z.array(GroundOfDecision),
    groundOf: z.array(Count),
  }),
  sent: z.strictObject({ counts: Counts, properties: z.array(FieldName) }),
  refused: Outcome,
  gone: Outcome,
  withheld: Outcome,
  edited: Outcome,
  erased: z.strictObject({ counts: Counts, reason: z.enum(ERASURE_REASONS) }),
  admin: z.object({ action: Code }).catchall(z.union([Code, z.int(), z.boolean()])),
} as const satisfies Record<LedgerKind, z.ZodType>

/** The details of a `decided` entry. */
export const DecidedDetail = DETAILS.decided

/** An entry as it will stand, but for its place in the chain and the hashes that stand for refs and values. */
export interface PreparedEntry {
  readonly kind: LedgerKind
  readonly actor: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly refs: readonly RecordRef[]
  /** Empty, or one for each ref. */
  readonly values: readonly Intent['values'][]
}

/** Throws PermanentError `ledger-entry-invalid` for anything but names, counts and codes. */
export function prepareEntry(input: LedgerInput): PreparedEntry {
  const { actor = 'leadwell', kind } = input
  const detail = DETAILS[kind].safeParse(detailOf(input))
  if (!detail.success || !Code.safeParse(actor).success) {
    const where = detail.success ? 'actor' : detail.error.issues[0]?.path.slice(0, 1).join()
    throw new PermanentError(
      'ledger-entry-invalid',
      `A ledger entry of the kind ${kind} holds something that is no name, count or code (${where ?? 'detail'}).`,
    )
  }
  return { kind, actor, detail: detail.data, ...subjectsOf(input) }
}

function detailOf(input: LedgerInput): object {
  if (input.kind === 'admin') return { ...input.detail, action: input.action }
  const counts = countByObject(refsOf(input.records))
  switch (input.kind) {
    case 'read':
      return { counts, fields: input.fields, allowList: input.allowList }
    case 'decided':
      return { counts, allowList: input.allowList, ...groundsOf(input.records) }
    case 'sent':
      return { counts, properties: input.properties }
    case 'erased':
      return { counts, reason: input.reason }
    case 'refused':
    case 'gone':
    case 'withheld':
    case 'edited':
      return { counts, code: input.code }
  }
}

function subjectsOf(input: LedgerInput): Pick<PreparedEntry, 'refs' | 'values'> {
  if (input.kind === 'decided' || input.kind === 'sent') {
    return { refs: refsOf(input.records), values: input.records.map(({ values }) => values) }
  }
  return { refs: input.records ?? [], values: [] }
}

function refsOf(records: readonly (RecordRef | Intent)[]): readonly RecordRef[] {
  return records.map((record) => ('ref' in record ? record.ref : record))
}

function countByObject(refs: readonly RecordRef[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { object } of refs) counts[object] = (counts[object] ?? 0) + 1
  return counts
}

/** Each combination once, and for each record which one it is: a batch has few of them. */
function groundsOf(records: readonly DecidedIntent[]): { grounds: Ground[]; groundOf: number[] } {
  const numbers = new Map<string, number>()
  const grounds: Ground[] = []
  const groundOf = records.map(({ values, codes }) => {
    const model = 'model' in values ? values.model : null
    const key = JSON.stringify([model, codes])
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, grounds.length)
    return grounds.push({ model, codes }) - 1
  })
  return { grounds, groundOf }
}
