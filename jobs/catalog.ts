import { z } from 'zod'
import { isPortalId } from '#src/crm-of.ts'
import type { PortalId } from '#src/ports.ts'

const Portal = z.custom<PortalId>(isPortalId, 'a portal id such as hubspot:123')

/**
 * Every job there is and what it carries: a portal's id at most, neither a value nor the id of a
 * record, so that erasing a record leaves nothing of it in Redis. Parsed when enqueued and again when
 * run, because an older process may have enqueued it.
 */
export const JOBS = {
  /** Puts work back from Postgres for every portal; what a wiped Redis recovers by. */
  sweep: z.object({}),
  /** Polls every connected portal. */
  'poll-portals': z.object({}),
  /** Hands one portal's dirty marks, due decay and pending writes to the jobs below. */
  'dispatch-work': z.object({ portal: Portal }),
  /** Reads a whole portal page by page, from where it was left. */
  'backfill-portal': z.object({ portal: Portal }),
  /** Finds what webhooks missed. */
  'poll-changes': z.object({ portal: Portal }),
  /** Reads marked records again, scores them and says what should be written. */
  'refresh-records': z.object({ portal: Portal }),
  /** Scores again, without the CRM, the records whose visible result changes by now. */
  'rescore-due': z.object({ portal: Portal }),
  /** Scores the organisations whose people, facts or recency changed, once the batch is through. */
  'score-accounts': z.object({ portal: Portal }),
  /** Takes out what has been kept for as long as it may. */
  'apply-retention': z.object({ portal: Portal }),
  /** Asks for that in every portal. */
  retention: z.object({}),
  /** Writes what differs, in full batches while more is coming. */
  'write-intents': z.object({ portal: Portal }),
  /** Writes very many records of one object by the CRM's own bulk way. */
  'write-bulk': z.object({ portal: Portal }),
  /** Compares a sample of what was written with what the CRM shows, and repairs. */
  'reconcile-portal': z.object({ portal: Portal }),
  /** Asks for that where a portal's time of the day has come. */
  reconcile: z.object({}),
  /** Looks whether the people who come in, and what becomes of them, are still as a model expects. */
  'check-drift': z.object({ portal: Portal }),
  /** Asks for that where a portal's time of the day has come. */
  drift: z.object({}),
  /** Scores everything stored again; the parts of one run work side by side, each on chunks of its own. */
  run: z.object({ portal: Portal, part: z.int().nonnegative().optional() }),
  /** Works out the calibrations and reports that were asked for, one after the other. */
  analyse: z.object({ portal: Portal }),
} as const

/** The portal a payload names, as it lies in Redis; `undefined` for anything that is no portal's id. */
export function portalIn(payload: unknown): PortalId | undefined {
  return z.object({ portal: Portal }).safeParse(payload).data?.portal
}

export type JobName = keyof typeof JOBS
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>

export interface JobContext {
  /** Aborted when the process stops: finish the step in hand, leave the rest to the next process. */
  readonly signal: AbortSignal
}

export type JobHandler<Name extends JobName> = (
  payload: JobPayload<Name>,
  context: JobContext,
) => Promise<void>

/** One handler for each job; a missing one does not compile. */
export type JobHandlers = { readonly [Name in JobName]: JobHandler<Name> }
