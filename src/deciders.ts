import { createDecider, type Decider } from './decision/decide-intent.ts'
import { type ModelsInForce, type ShippedModels, withOwnModels } from './models.ts'
import type { PortalId } from './ports.ts'
import type { Store } from './store/store.ts'

/** Portals whose models are kept compiled in one process. */
const KEPT = 500
/** Sets before the one in force whose texts may still wait to be written. */
const BEFORE = 2

/**
 * What decides in a portal: the models it published, or those that ship, and the segments it approved.
 * Asked of the store at hand: in a transaction another would wait for it for ever where there is one
 * connection.
 */
export interface Deciders {
  readonly deciderFor: (store: ModelStore, portal: PortalId) => Promise<Decider>
  readonly modelsFor: (store: ModelStore, portal: PortalId) => Promise<ModelsInForce>
  /** Texts of the models in force, of those lately in force and of those that ship. */
  readonly modelTextsFor: (store: ModelStore, portal: PortalId) => Promise<ReadonlySet<string>>
}

type ModelStore = Pick<Store, 'models' | 'segments'>

interface Made {
  readonly decider: Decider
  readonly models: ModelsInForce
  readonly texts: ReadonlySet<string>
}

/**
 * Compiled once for each version of models and segments: every call asks for the numbers in force, so
 * that what was published or approved in another process decides here from the next job on.
 */
export function createDeciders(shipped: ShippedModels): Deciders {
  const asShipped: Made = {
    decider: createDecider(shipped),
    models: shipped,
    texts: shipped.texts,
  }
  const known = new Map<PortalId, { version: string; made: Promise<Made> }>()
  const madeFor = async (store: ModelStore, portal: PortalId): Promise<Made> => {
    const models = await store.models.publishedVersion(portal)
    const segments = await store.segments.version(portal)
    if (models === 0 && segments === 0) return asShipped
    const version = `${models}/${segments}`
    const kept = known.get(portal)
    if (kept?.version === version) return await kept.made
    const made = make(store, shipped, portal)
    known.delete(portal)
    known.set(portal, { version, made })
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    made.catch(() => known.delete(portal))
    return await made
  }
  return {
    deciderFor: async (store, portal) => (await madeFor(store, portal)).decider,
    modelsFor: async (store, portal) => (await madeFor(store, portal)).models,
    modelTextsFor: async (store, portal) => (await madeFor(store, portal)).texts,
  }
}

async function make(store: ModelStore, shipped: ShippedModels, portal: PortalId): Promise<Made> {
  const segments = (await store.segments.current(portal))?.approved
  const [inForce, ...before] = await store.models.everPublished(portal, 1 + BEFORE)
  if (inForce === undefined) {
    const decider = createDecider({ ...shipped, segments })
    return { decider, models: shipped, texts: shipped.texts }
  }
  const models = withOwnModels(shipped, inForce.texts, `${portal} version ${inForce.version}`)
  const texts = new Set([...shipped.texts, ...models.texts])
  for (const { texts: own, version } of before) {
    for (const text of readable(shipped, own, `${portal} version ${version}`)) texts.add(text)
  }
  return { decider: createDecider({ ...models, segments }), models, texts }
}

/** A set of long ago may be in a model language that is read no more; its texts are then unknown. */
function readable(
  shipped: ShippedModels,
  own: Parameters<typeof withOwnModels>[1],
  name: string,
): Iterable<string> {
  try {
    return withOwnModels(shipped, own, name).texts
  } catch {
    return []
  }
}
