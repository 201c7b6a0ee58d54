import type { PortalId } from '#src/ports.ts'

/**
 * Says that a portal has work, without anybody waiting for it: one word is under way at a time, and one
 * more follows for all who asked meanwhile. A word that is lost delays the work to the next sweep.
 */
export function createAnnouncer(
  announce: (portal: PortalId) => Promise<void>,
): (portal: PortalId) => void {
  const askedAgain = new Map<PortalId, boolean>()
  const run = async (portal: PortalId): Promise<void> => {
    do {
      askedAgain.set(portal, false)
      await announce(portal).catch(() => undefined)
    } while (askedAgain.get(portal) === true)
    askedAgain.delete(portal)
  }
  return (portal) => {
    if (askedAgain.has(portal)) askedAgain.set(portal, true)
    else void run(portal)
  }
}
