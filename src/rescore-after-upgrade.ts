import { beginRescore } from './begin-rescore.ts'
import type { PortalId } from './ports.ts'
import type { Runtime } from './runtime.ts'

const CURSOR = 'shipped-models'

/**
 * Where other models ship than those a portal was scored by, or decisions come out otherwise, everything
 * stored in it is scored again; `shipped` names both. Returns the portals of which that is so.
 */
export async function rescoreAfterUpgrade(
  { store, queue }: Pick<Runtime, 'store' | 'queue'>,
  shipped: string,
): Promise<readonly PortalId[]> {
  const changed: PortalId[] = []
  for (const { id: portal, status } of await store.portals.list()) {
    if (status !== 'connected' || (await store.cursors.get(portal, CURSOR)) === shipped) continue
    const { records } = await store.intents.tally(portal)
    // The run before the note: stopped in between, it is begun once more, which writes nothing twice.
    if (records > 0) {
      await beginRescore({ store, queue }, portal, 'upgrade')
      changed.push(portal)
    }
    await store.cursors.set(portal, CURSOR, shipped)
  }
  return changed
}
