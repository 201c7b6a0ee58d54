import type { Log } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => log,
}

/** A Postgres by its URL, or the embedded store of a folder. */
export function openAt(place: string, now: () => number): Promise<Store> {
  const databaseUrl = place.startsWith('postgres://') ? place : undefined
  const keys = createKeyring(Buffer.alloc(32, 5).toString('base64'))
  return openStore({ databaseUrl, dataDir: databaseUrl ? '.' : place, keys, now, log })
}
