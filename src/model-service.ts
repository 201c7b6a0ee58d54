import type { ModelService } from './http/api/services.ts'
import { modelSetDepsOf } from './model-set-deps-of.ts'
import { approveModels } from './model-sets/approve-models.ts'
import { draftModels } from './model-sets/draft-models.ts'
import { previewModels } from './model-sets/preview-models.ts'
import { type Published, publishModels } from './model-sets/publish-models.ts'
import { rollbackModels } from './model-sets/rollback-models.ts'
import { standingOf } from './run-service.ts'
import type { Runtime } from './runtime.ts'

/** What the commands do with models, for the API. */
export function createModelService(runtime: Runtime): ModelService {
  const { store } = runtime
  const deps = modelSetDepsOf(runtime)
  const told = ({ set, run }: Published) => ({ set, run: standingOf(run, runtime.now()) })
  return {
    list: async (portal, { limit, before = Infinity }) => {
      await store.portals.require(portal)
      const sets = (await store.models.list(portal)).filter(({ version }) => version < before)
      return sets.slice(0, limit).map(({ texts: _texts, ...set }) => set)
    },
    get: async (portal, version) => {
      await store.portals.require(portal)
      return store.models.require(portal, version)
    },
    draft: (portal, { models, note, from }, by) => {
      const files = models.map((text, index) => ({ name: `models.${index}`, text }))
      return draftModels(deps, portal, { files, from, note, by })
    },
    preview: (portal, version) => previewModels(deps, portal, { version }),
    approve: (portal, version, by) => approveModels(deps, portal, { version, by }),
    publish: async (portal, version, by) =>
      told(await publishModels(deps, portal, { version, by })),
    rollback: async (portal, note, by) => told(await rollbackModels(deps, portal, { by, note })),
    discard: async (portal, version, by) => {
      await store.portals.require(portal)
      return store.models.discard(portal, version, by)
    },
  }
}
