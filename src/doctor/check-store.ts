import { errorCode } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { Finding } from './finding.ts'

/** A query takes longer only when something is wrong between the two machines. */
const SLOW_MS = 250

/** Whether the database answers, how fast, and whether its ledger is whole. */
export async function checkStore(
  store: Store,
  { isEmbedded }: { isEmbedded: boolean },
): Promise<readonly Finding[]> {
  const area = 'store'
  try {
    const ms = await store.ping()
    const kind = isEmbedded ? 'embedded' : 'Postgres'
    const says = `${kind}, answers in ${ms.toFixed(1)} ms`
    const isSlow = ms > SLOW_MS
    return [
      isSlow
        ? {
            area,
            check: 'answers',
            level: 'note',
            says,
            todo: 'Put the database nearer to this machine.',
          }
        : { area, check: 'answers', level: 'ok', says },
      ...(isEmbedded ? [EMBEDDED] : []),
    ]
  } catch (error) {
    const says = `no: ${errorCode(error)}`
    const todo = 'Start Postgres, or correct DATABASE_URL.'
    return [{ area, check: 'answers', level: 'problem', says, todo }]
  }
}

const EMBEDDED: Finding = {
  area: 'store',
  check: 'processes',
  level: 'note',
  says: 'the embedded database serves one process',
  todo: 'Set DATABASE_URL to a Postgres server before you run several.',
}
