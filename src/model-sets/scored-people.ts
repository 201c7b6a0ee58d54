import type { Facts, PortalId, RecordObject } from '#src/ports.ts'
import type { ModelRepository, ScoredRecord } from '#src/store/model-repositories.ts'
import type { Store } from '#src/store/store.ts'

const PEOPLE = ['contact', 'lead'] as const satisfies readonly RecordObject[]
const PAGE = 1_000
/** Organisations whose facts are kept in memory, about 10 MB. */
const KEPT = 20_000

type Page = readonly ScoredRecord[]

/** Everybody stored, page by page; the next one is fetched while one is scored. */
export async function* pagesOf(
  models: Pick<ModelRepository, 'scored'>,
  portal: PortalId,
): AsyncGenerator<Page> {
  for (const object of PEOPLE) {
    const fetch = (after: string | undefined): Promise<Page> =>
      models.scored(portal, { object, after, limit: PAGE })
    let page = await fetch(undefined)
    while (page.length > 0) {
      const next = page.length < PAGE ? Promise.resolve([]) : fetch(page.at(-1)?.record.id)
      // Handled when it is awaited, which an error thrown meanwhile would prevent.
      next.catch(() => undefined)
      yield page
      page = await next
    }
  }
}

/** Reads the facts of the organisations of a page, each once where many people belong to it. */
export function companyReader(
  { records }: Pick<Store, 'records'>,
  portal: PortalId,
): (page: Page) => Promise<ReadonlyMap<string, Facts>> {
  const known = new Map<string, Facts>()
  const looked = new Set<string>()
  return async (page) => {
    if (looked.size > KEPT) {
      known.clear()
      looked.clear()
    }
    const ids = page.flatMap(({ record: { companyId: id } }) =>
      id === undefined || looked.has(id) ? [] : [id],
    )
    const asked = [...new Set(ids)]
    if (asked.length === 0) return known
    for (const id of asked) looked.add(id)
    const refs = asked.map((id) => ({ object: 'company' as const, id }))
    for (const { id, facts } of await records.get(portal, refs)) known.set(id, facts)
    return known
  }
}
