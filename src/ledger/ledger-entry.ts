import type { Intent, PortalId, RecordRef } from '../ports.ts'

/** Why a record was forgotten. */
export const ERASURE_REASONS = [
  'privacy-deletion',
  'forget-requested',
  'operator',
  'retention',
] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

/** Forgotten for good, whatever the CRM says of the record later. */
export const FOR_GOOD = ['privacy-deletion', 'operator'] as const satisfies ErasureReason[]

export function isForGood(reason: ErasureReason | undefined): boolean {
  return FOR_GOOD.some((one) => one === reason)
}

export const LEDGER_KINDS = [
  'read',
  'decided',
  'sent',
  'refused',
  'gone',
  'withheld',
  'edited',
  'erased',
  'admin',
] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]

/** An intent and the codes it rests on: the basis of the contact, why channels are closed. */
export interface DecidedIntent extends Intent {
  readonly codes: readonly string[]
}

/**
 * What happened, as it is handed in: refs and values are named here and kept only as salted hashes.
 * One entry for a whole batch.
 */
export type LedgerInput = { readonly actor?: string } & (
  | {
      readonly kind: 'read'
      readonly records: readonly RecordRef[]
      /** Names of the fields asked for, by where they stand (`contact`, `call`, …). */
      readonly fields: Readonly<Record<string, readonly string[]>>
      /** Version of the allow-list they stand on. */
      readonly allowList: number
    }
  | {
      readonly kind: 'decided'
      readonly records: readonly DecidedIntent[]
      readonly allowList: number
    }
  | {
      /** Goes in before the call to the CRM: what may have left is never missing here. */
      readonly kind: 'sent'
      readonly records: readonly Intent[]
      readonly properties: readonly string[]
    }
  | {
      readonly kind: 'refused' | 'gone' | 'withheld' | 'edited'
      readonly records: readonly RecordRef[]
      readonly code: string
    }
  | {
      readonly kind: 'erased'
      readonly records: readonly RecordRef[]
      readonly reason: ErasureReason
    }
  | {
      readonly kind: 'admin'
      readonly action: string
      readonly detail?: Readonly<Record<string, string | number | boolean>>
      readonly records?: readonly RecordRef[]
    }
)

/** An entry as it stands in the chain of its portal. */
export interface LedgerEntry {
  /** `undefined`: of no portal. */
  readonly portal: PortalId | undefined
  /** Counts from 1 without a gap. */
  readonly seq: number
  /** Epoch ms. */
  readonly at: number
  readonly kind: LedgerKind
  readonly actor: string
  /** Names, counts and codes. */
  readonly detail: Readonly<Record<string, unknown>>
  /** Salted hashes of the records it is about. */
  readonly records: readonly string[]
  /** Salted digests of the values decided or sent, one for each record, or none. */
  readonly digests: readonly string[]
  /** Hashes of the entry before and of this one, in hex. */
  readonly prev: string
  readonly hash: string
}

/** An entry and what it says of one record. */
export interface RecordEntry {
  readonly entry: LedgerEntry
  readonly digest: string | undefined
  /** The model and the codes its decision rests on; of `decided` entries. */
  readonly ground: Ground | undefined
}

/** What one decision rests on. */
export interface Ground {
  readonly model: string | null
  readonly codes: readonly string[]
}
