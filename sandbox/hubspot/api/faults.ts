import { Refusal } from '#sandbox/hubspot/portal/refusal.ts'
import type { LeakingFault } from '#sandbox/leaking-fault.ts'
import type { CallKind } from './api-context.ts'
import { limited } from './rate-limit.ts'

/**
 * What goes wrong: a status, a dropped connection before the work, or one after it (the call took
 * effect and the answer is lost); or a failure that quotes record values.
 */
export type Fault = number | 'reset' | 'answer-lost' | LimitFault | LeakingFault

/** A 429 by the policy it names; `bare-limit` names none, `retry-after` says when instead. */
export const LIMIT_FAULTS = [
  'secondly-limit',
  'rolling-limit',
  'daily-limit',
  'bare-limit',
  'retry-after',
] as const
type LimitFault = (typeof LIMIT_FAULTS)[number]

export function isLimit(fault: Fault | undefined): fault is LimitFault {
  return LIMIT_FAULTS.some((known) => known === fault)
}

export function limitRefusal(fault: LimitFault): Refusal {
  if (fault === 'secondly-limit') return limited('SECONDLY', 'secondly')
  if (fault === 'daily-limit') return limited('DAILY', 'daily')
  if (fault === 'rolling-limit') return limited('TEN_SECONDLY_ROLLING', 'ten_secondly_rolling')
  return new Refusal(429, 'Too many requests')
}

export interface Faults {
  /** The next `count` calls fail, all or those of one kind. */
  readonly failNext: (count: number, fault: Fault, kind?: CallKind) => void
  /** The fault this call is to suffer. */
  readonly take: (kind: CallKind) => Fault | undefined
}

export function createFaults(): Faults {
  let planned: { left: number; fault: Fault; kind: CallKind | undefined }[] = []
  return {
    failNext: (count, fault, kind) => {
      planned.push({ left: count, fault, kind })
    },
    take: (kind) => {
      const next = planned.find((plan) => plan.kind === undefined || plan.kind === kind)
      if (next === undefined) return undefined
      next.left -= 1
      planned = planned.filter(({ left }) => left > 0)
      return next.fault
    },
  }
}

/** What HubSpot answers with a status that is not the caller's fault. */
export function refusalOf(status: number): Refusal {
  if (status === 429) return limited('TEN_SECONDLY_ROLLING', 'ten_secondly_rolling')
  if (status === 423) return new Refusal(423, 'The record is locked', { category: 'LOCKED' })
  if (status === 477) return new Refusal(477, 'Migration in progress', { category: 'MIGRATION' })
  return new Refusal(status, 'internal error')
}
