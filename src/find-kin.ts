import type { Connector } from './connector-port.ts'
import { errorCode } from './errors.ts'
import type { PortalId, RecordRef } from './ports.ts'
import type { Runtime } from './runtime.ts'

type KinDeps = Pick<Runtime, 'store' | 'log' | 'connectorFor'>
type Told = Promise<readonly RecordRef[] | undefined>

/** Where a record lives on that was merged away or converted; `undefined`: the CRM did not tell. */
export function findHeirs(deps: KinDeps, portal: PortalId, ref: RecordRef): Told {
  return ask(deps, portal, async (connector) => (await connector.heirsOf?.(ref)) ?? [])
}

/** Where a record lives on, and what it or those took over; `undefined`: the CRM did not tell. */
export function findKin(deps: KinDeps, portal: PortalId, ref: RecordRef): Told {
  return ask(deps, portal, async (connector) => {
    const heirs = (await connector.heirsOf?.(ref)) ?? []
    const taken = (await connector.takenOver?.([ref, ...heirs])) ?? []
    return [...heirs, ...taken.map(({ gone }) => gone)]
  })
}

async function ask(
  { store, log, connectorFor }: KinDeps,
  portal: PortalId,
  question: (connector: Connector) => Promise<readonly RecordRef[]>,
): Told {
  try {
    // One that a person has to reconnect would only be tried in vain.
    if ((await store.portals.require(portal)).status === 'disconnected') return undefined
    return await question(await connectorFor(portal, 'event'))
  } catch (error) {
    log.warn('not told what a record was merged with', { portal, code: errorCode(error) })
    return undefined
  }
}
