import type { PermanentError } from '#src/errors.ts'
import type { Log } from '#src/ports.ts'

/** What an organisation turned out not to let us have, beside what its schema says. */
export interface Reach {
  /** Whether queryAll is answered: deleted rows and archived activities. */
  seesRecycleBin(): boolean
  loseRecycleBin(): void
  isOpen(name: string): boolean
  /** Goes without a way to activities. */
  close(name: string, refused: PermanentError): void
  /** Names of the ways that were refused when last asked, and how. */
  closed(): ReadonlyMap<string, string>
}

/** An administrator may have opened it meanwhile. */
const TRY_AGAIN_MS = 3_600_000

export function createReach({ log, now }: { log: Log; now: () => number }): Reach {
  const closed = new Map<string, { readonly code: string; readonly at: number }>()
  let recycleBin = true
  return {
    seesRecycleBin: () => recycleBin,
    loseRecycleBin() {
      if (recycleBin) log.warn('Salesforce does not show deleted records')
      recycleBin = false
    },
    isOpen(name) {
      const since = closed.get(name)?.at
      return since === undefined || now() - since >= TRY_AGAIN_MS
    },
    close(name, { code }) {
      if (!closed.has(name))
        log.warn('Salesforce source is not readable and is skipped', { name, code })
      closed.set(name, { code, at: now() })
    },
    closed: () => new Map([...closed].map(([name, { code }]) => [name, code])),
  }
}
