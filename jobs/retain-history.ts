import type { PortalId } from '#src/ports.ts'
import { pastWithinRetention } from '#src/privacy/retention.ts'
import type { Store } from '#src/store/store.ts'
import { allowListOf } from './allow-list-of.ts'
import type { JobContext } from './catalog.ts'
import { keepsAll } from './keeps-all.ts'

const PAGE = 500

type Page = Awaited<ReturnType<Store['history']['page']>>

/** Takes out of the history of scores what may not be kept of the records any more. */
export async function retainHistory(
  { store, now }: { readonly store: Store; readonly now: () => number },
  portal: PortalId,
  { signal }: Pick<JobContext, 'signal'>,
): Promise<void> {
  const allowList = await allowListOf(store, portal)
  let page: Page = []
  do {
    page = await store.history.page(portal, { after: page.at(-1)?.ref, limit: PAGE })
    const less = page.flatMap(({ ref, entries, facts, activities }) =>
      entries.flatMap((entry) => {
        const present = { object: ref.object, facts, activities }
        const kept = pastWithinRetention(entry, present, allowList, now())
        return keepsAll(entry, kept) ? [] : [{ ...ref, tier: entry.tier, ...kept }]
      }),
    )
    if (less.length > 0) await store.history.reduce(portal, less)
  } while (page.length > 0 && !signal.aborted)
}
