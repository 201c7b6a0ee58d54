import { errorCode } from '../errors.ts'
import type { SealedHeads } from '../store/privacy-repositories.ts'
import type { Store } from '../store/store.ts'
import type { Finding } from './finding.ts'

/** A query takes longer only when something is wrong between the two machines. */
const SLOW_MS = 250

/** Whether the database answers, how fast, and whether the ledger's heads are as they were sealed. */
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
      ledgerFinding(await store.ledger.heads()),
    ]
  } catch (error) {
    const says = `no: ${errorCode(error)}`
    const todo = 'Start Postgres, or correct DATABASE_URL.'
    return [{ area, check: 'answers', level: 'problem', says, todo }]
  }
}

/** A chain altered within is found by reading it whole, which `audit --verify` does. */
function ledgerFinding({ chains, older, unknown }: SealedHeads): Finding {
  const ledger = { area: 'store', check: 'ledger' } as const
  const [first] = unknown
  if (first !== undefined) {
    const says = `${unknown.length} of ${chains} chains not as they were sealed, ${first === '' ? 'the one of no portal' : first} among them`
    const todo =
      'If LEADWELL_SECRET_KEY was changed, put the key before it behind the newest. If not, somebody altered the ledger: leadwell audit --verify'
    return { ...ledger, level: 'problem', says, todo }
  }
  if (older > 0) {
    const says = `${older} of ${chains} chains sealed with an older key`
    return { ...ledger, level: 'note', says, todo: 'Before that key goes: leadwell keys rotate' }
  }
  return { ...ledger, level: 'ok', says: `${chains} chains, each head as it was sealed` }
}

const EMBEDDED: Finding = {
  area: 'store',
  check: 'processes',
  level: 'note',
  says: 'the embedded database serves one process',
  todo: 'Set DATABASE_URL to a Postgres server before you run several.',
}
