import type { Lane, PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { isBackfilled } from './backfill-portal.ts'
import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'

/** Organisations scored in one transaction. */
const BATCH = 100
/** Nobody waits for an organisation's score as they do for a person's. */
const LANE: Lane = 'bulk'

/**
 * Scores the organisations that wait, each once however many of its people changed. Killed anywhere,
 * a batch is undone whole and its organisations wait again.
 */
export function createScoreAccounts(deps: JobDeps): JobHandler<'score-accounts'> {
  return async ({ portal }, { signal }) => {
    // While a portal is first read, every page would change the same organisations again.
    if (!(await isBackfilled(deps.store, portal))) return
    while (!signal.aborted) {
      const taken = await deps.store.transaction((store) => scoreBatch({ ...deps, store }, portal))
      if (taken === 0) break
    }
    await deps.queue.add('write-intents', { portal })
  }
}

/** Whether that job has work. */
export async function accountsWait(
  { store, now }: Pick<JobDeps, 'store' | 'now'>,
  portal: PortalId,
): Promise<boolean> {
  return (await isBackfilled(store, portal)) && (await store.accounts.waiting(portal, now()))
}

async function scoreBatch(
  { store, accountDecider, now }: Pick<JobDeps, 'store' | 'accountDecider' | 'now'>,
  portal: PortalId,
): Promise<number> {
  const at = now()
  const ids = await store.accounts.take(portal, { at, limit: BATCH })
  if (ids.length === 0) return 0
  const { companies, members, previous } = await readAccounts(store, portal, ids)
  const intents = companies.flatMap((company) => {
    const decision = accountDecider.decide({
      company,
      members: members.get(company.id) ?? [],
      previous: previous.get(company.id),
      now: at,
    })
    return decision === undefined
      ? []
      : [{ ref: { object: company.object, id: company.id }, ...decision }]
  })
  await store.intents.intend(portal, intents, LANE)
  return ids.length
}

/** An organisation that went, or has not been read yet, is left out; reading it notes it again. */
async function readAccounts(store: Store, portal: PortalId, ids: readonly string[]) {
  const refs = ids.map((id) => ({ object: 'company' as const, id }))
  return {
    companies: await store.records.hold(portal, refs),
    members: await store.accounts.members(portal, ids),
    previous: await store.accounts.values(portal, ids),
  }
}
