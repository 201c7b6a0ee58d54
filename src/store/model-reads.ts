import type { PortalId } from '../ports.ts'
import type { ModelRepository, ModelSet } from './model-repositories.ts'
import { toModelSet, unknownVersion } from './model-rows.ts'
import { scoredPage } from './scored-page.ts'
import type { StoreContext } from './unit-of-work.ts'

type Reads = Pick<
  ModelRepository,
  'published' | 'publishedVersion' | 'everPublished' | 'require' | 'list' | 'scored'
>

/** What only looks at the models of a portal. */
export function createModelReads(context: StoreContext): Reads {
  return {
    published: (portal) => inForce(context, portal),
    publishedVersion: async (portal) => {
      const row = await context.db
        .selectFrom('model_sets')
        .select('version')
        .where('portal', '=', portal)
        .where('status', '=', 'published')
        .executeTakeFirst()
      return row?.version ?? 0
    },
    everPublished: async (portal, limit) => {
      const rows = await setsOf(context, portal)
        .where('status', 'in', ['published', 'retired'])
        .orderBy('published_at', 'desc')
        .orderBy('version', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toModelSet)
    },
    require: (portal, version) => requireSet(context, portal, version),
    list: async (portal) => {
      const rows = await setsOf(context, portal).orderBy('version', 'desc').execute()
      return rows.map(toModelSet)
    },
    scored: (portal, page) => scoredPage(context.db, portal, page),
  }
}

export async function inForce(
  context: StoreContext,
  portal: PortalId,
): Promise<ModelSet | undefined> {
  const row = await setsOf(context, portal).where('status', '=', 'published').executeTakeFirst()
  return row && toModelSet(row)
}

/** Throws PermanentError `model-version-unknown`. */
export async function requireSet(
  context: StoreContext,
  portal: PortalId,
  version: number,
): Promise<ModelSet> {
  const row = await setsOf(context, portal).where('version', '=', version).executeTakeFirst()
  if (row === undefined) throw unknownVersion(portal, version)
  return toModelSet(row)
}

function setsOf({ db }: StoreContext, portal: PortalId) {
  return db.selectFrom('model_sets').selectAll().where('portal', '=', portal)
}
