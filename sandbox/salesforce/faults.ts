import type { LeakingFault } from '#sandbox/leaking-fault.ts'
import type { CallKind } from './call-counter.ts'

/** The next request, of a kind or of any, is answered with this error. */
export interface RequestFault {
  readonly kind?: CallKind
  readonly status: number
  readonly errorCode: string
  readonly message?: string
  /** The work is done and only the answer is lost: what a broken connection looks like. */
  readonly afterwards?: boolean
  readonly times?: number
}

/**
 * What stands between a client and the API: a connection reset or held, a maintenance window's page
 * (Salesforce Help, "What response will Salesforce return during maintenance windows?": HTTP 503), a login
 * page in place of an answer, an organisation that moved to another host.
 */
export const ODD_ANSWERS = ['reset', 'held', 'maintenance-page', 'login-page', 'moved'] as const
export type OddAnswer = (typeof ODD_ANSWERS)[number]

/** The next request, of a kind or of any, gets an answer that is not the API's. */
export interface OddAnswerFault {
  readonly kind?: CallKind
  readonly odd: OddAnswer
  /** The work is done and only the answer is lost. */
  readonly afterwards?: boolean
  readonly times?: number
}

/** The next request, of a kind or of any, fails in a way that quotes record values. */
interface LeakingRequestFault {
  readonly kind?: CallKind
  readonly leak: LeakingFault
  readonly times?: number
}

/** The next writes to this record fail with this per-record error. */
export interface RecordFault {
  readonly id: string
  readonly statusCode: string
  readonly message?: string
  readonly fields?: readonly string[]
  readonly times?: number
}

export type AnyRequestFault = RequestFault | OddAnswerFault | LeakingRequestFault

/** Errors that are due. Each is used up after `times` (default 1). */
export interface Faults {
  add(fault: AnyRequestFault | RecordFault): void
  forRequest(kind: CallKind): AnyRequestFault | undefined
  forRecord(id: string): RecordFault | undefined
}

interface Due<F> {
  readonly fault: F
  left: number
}

function take<F>(due: Due<F>[], wanted: (fault: F) => boolean): F | undefined {
  const found = due.find(({ fault, left }) => left > 0 && wanted(fault))
  if (found === undefined) return undefined
  found.left -= 1
  if (found.left === 0) due.splice(due.indexOf(found), 1)
  return found.fault
}

/** No faults at first. */
export function createFaults(): Faults {
  const requests: Due<AnyRequestFault>[] = []
  const records: Due<RecordFault>[] = []
  return {
    add(fault) {
      const left = fault.times ?? 1
      if ('id' in fault) records.push({ fault, left })
      else requests.push({ fault, left })
    },
    forRequest: (kind) => take(requests, (fault) => (fault.kind ?? kind) === kind),
    forRecord: (id) => take(records, (fault) => fault.id === id),
  }
}
