import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'

/** The time zone a portal told when it was connected, whose days its notes tell. */
export async function timeZoneOf(
  { portals }: Pick<Store, 'portals'>,
  portal: PortalId,
): Promise<string | undefined> {
  return (await portals.find(portal))?.timeZone
}
