/** A process of its own that opens a store and says on stdout, line by line, how far it got. */
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from '#src/errors.ts'
import type { Log } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { activityOf, CHILD_PORTAL, type ChildTask } from './child-task.ts'

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => log,
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const forever = (): Promise<never> => new Promise(() => setInterval(() => undefined, 60_000))

const TASKS: Readonly<Record<ChildTask['does'], (store: Store) => Promise<void>>> = {
  'stay-open': async () => {
    say('open')
    await forever()
  },
  'save-without-end': async (store) => {
    for (let round = 1; ; round += 1) {
      await store.cursors.set(CHILD_PORTAL, `round-${round}`, activityOf(round))
      await store.ledger.append(CHILD_PORTAL, { kind: 'admin', action: 'round' })
      say(String(round))
    }
  },
  'leave-transaction-open': async (store) => {
    await store.transaction(async (inside) => {
      await inside.cursors.set(CHILD_PORTAL, 'unfinished', 1)
      say('open')
      await forever()
    })
  },
  'read-cursor': async (store) => {
    say(JSON.stringify(await store.cursors.get(CHILD_PORTAL, 'shared')))
    await store.close()
  },
  'use-until-it-fails': async (store) => {
    say('open')
    for (;;) {
      try {
        await store.ping()
      } catch (error) {
        say(errorCode(error))
        process.exit(0)
      }
      await sleep(20)
    }
  },
}

const { does, databaseUrl, dataDir, key } = JSON.parse(process.argv[2] ?? '{}') as ChildTask
const keys = createKeyring(key)
const store = await openStore({ databaseUrl, dataDir, keys, now: Date.now, log })
await TASKS[does](store)
