import { z } from 'zod'
import { errorCode } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import type { JobHandler, JobName } from './catalog.ts'
import type { JobDeps } from './deps.ts'

/** Jobs of a portal whose failures are neither trouble with its CRM nor kept with what they work on. */
const KEPT_OF = [
  'rescore-due',
  'score-accounts',
  'apply-retention',
  'run',
  'reconcile-portal',
  'check-drift',
] as const satisfies readonly JobName[]
type KeptName = (typeof KEPT_OF)[number]

const Fault = z.object({ code: z.string(), since: z.number() })

export interface JobFault extends z.infer<typeof Fault> {
  readonly job: KeptName
}

const cursorOf = (job: KeptName): string => `fault:${job}`

/** The same job, with its failure kept from the first until one ends well, where `doctor` finds it. */
export function keepingFaults<Name extends KeptName>(
  { store, now }: Pick<JobDeps, 'store' | 'now'>,
  job: Name,
  handler: JobHandler<Name>,
): JobHandler<Name> {
  return async (payload, context) => {
    const { portal }: { portal: PortalId } = payload
    const before = Fault.safeParse(await store.cursors.get(portal, cursorOf(job))).data
    try {
      await handler(payload, context)
    } catch (error) {
      // Should the store be what fails, this says no more than the error itself.
      await keep(store, { portal, job, code: errorCode(error), since: before?.since ?? now() })
      throw error
    }
    if (before !== undefined) await store.cursors.remove(portal, cursorOf(job))
  }
}

/** Jobs that failed the last time they ran, with the time of the first failure in a row. */
export async function jobFaults(store: Store, portal: PortalId): Promise<readonly JobFault[]> {
  const found = await Promise.all(
    KEPT_OF.map(async (job) => {
      const fault = Fault.safeParse(await store.cursors.get(portal, cursorOf(job))).data
      return fault === undefined ? [] : [{ job, ...fault }]
    }),
  )
  return found.flat()
}

async function keep(
  store: Store,
  { portal, job, ...fault }: JobFault & { readonly portal: PortalId },
): Promise<void> {
  try {
    if ((await store.portals.find(portal))?.statusReason === 'erased') return
    await store.cursors.set(portal, cursorOf(job), fault)
  } catch {
    // The job's own error is the one to be told.
  }
}
