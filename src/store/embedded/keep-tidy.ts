import { simpleQuery, type Turnstile } from './turnstile.ts'

const EVERY_MS = 10 * 60_000
const TABLES =
  'records, intents, dirty_marks, stale_accounts, cursors, portals, allow_lists, ledger, ledger_heads, forgotten'

/**
 * A single-user Postgres has no background processes: nobody checkpoints, so the log grows, and nobody
 * vacuums, so tables do. Both are done here now and then; returns how to stop.
 */
export function keepTidy(turnstile: Turnstile): () => void {
  const client = Symbol('tidying')
  const timer = setInterval(() => {
    for (const statement of [`vacuum (analyze) ${TABLES}`, 'checkpoint']) {
      // A refusal is an answer too, and a session that broke is noticed by the clients.
      turnstile.pass(client, simpleQuery(statement), () => undefined).catch(() => undefined)
    }
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
