import type { Log } from '#src/ports.ts'
import type { HttpAnswer } from './http.ts'
import type { Call, Transport } from './transport.ts'

/** What a portal may not offer: activity objects, their search, associations. */
export interface Sources {
  /** Makes the call, or gives `undefined` when this source is not to be had; says so once. */
  attempt(
    name: string,
    transport: Transport,
    call: Call,
  ): Promise<Pick<HttpAnswer, 'status' | 'body'> | undefined>
}

/** Not there or not allowed in this portal. */
const ABSENT = [403, 404, 405]
const TRY_AGAIN_MS = 60 * 60_000

/** A source that is missing costs its signals, never the run; it is asked again after an hour. */
export function createSources(log: Log, now: () => number): Sources {
  const missingSince = new Map<string, number>()
  return {
    async attempt(name, transport, call) {
      const since = missingSince.get(name)
      if (since !== undefined && now() - since < TRY_AGAIN_MS) return undefined
      const answer = await transport({ ...call, accept: [...ABSENT, ...(call.accept ?? [])] })
      if (answer.status < 400) {
        missingSince.delete(name)
        return answer
      }
      if (since === undefined) {
        log.warn('HubSpot source is not readable and is skipped', {
          source: name,
          status: answer.status,
        })
      }
      missingSince.set(name, now())
      return undefined
    },
  }
}
