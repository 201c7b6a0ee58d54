import type { SourceNotice } from '#src/connector-port.ts'
import type { Log } from '#src/ports.ts'
import type { HttpAnswer } from '../transport/http.ts'
import type { Call, Transport } from '../transport/transport.ts'
import { needsOf, SOURCE_TABLE, type SourceEntry, type SourceName } from './source-table.ts'

/** What is asked of a source; one part may be refused and another granted. */
type Part = 'objects' | 'associations' | 'search'

interface Asked {
  readonly part?: Part
  /** Answers of this call that mean the source is not to be had, beside the usual ones. */
  readonly absent?: readonly number[]
}

/** What a portal may not offer: activity objects, their search, associations, higher tiers. */
export interface Sources {
  /** Makes the call, or gives `undefined` when this source is not to be had; says so once. */
  attempt(
    source: SourceName,
    transport: Transport,
    call: Call,
    asked?: Asked,
  ): Promise<Pick<HttpAnswer, 'status' | 'body'> | undefined>
  /** Whether it answered when last asked; not so before it was ever asked. */
  isOpen(source: SourceName): boolean
  /** Its answers are not as documented: as good as missing. */
  giveUp(source: SourceName): void
  /** The sources that were refused when last asked. */
  notices(): readonly SourceNotice[]
}

/** Not there or not allowed in this portal. */
const ABSENT = [402, 403, 404, 405]
/** What else may be said of an API nobody depends on: it must not stop the run. */
const REFUSED = [400, 409, 410, 415, 422, 501]
const TRY_AGAIN_MS = 60 * 60_000

interface Missing {
  readonly source: SourceName
  readonly part: Part
  readonly code: 'source-refused' | 'source-absent' | 'source-unreadable'
  readonly since: number
}

/** A source that is missing costs its signals, never the run; it is asked again after an hour. */
export function createSources(log: Log, now: () => number): Sources {
  const missing = new Map<string, Missing>()
  const answered = new Set<SourceName>()
  const miss = (found: Omit<Missing, 'since'>): void => {
    const key = `${found.source} ${found.part}`
    const told = [...missing.values()].some(({ source }) => source === found.source)
    if (!told) tell(log, found)
    missing.set(key, { ...found, since: now() })
    answered.delete(found.source)
  }
  return {
    async attempt(source, transport, call, { part = 'objects', absent = [] } = {}) {
      const known = missing.get(`${source} ${part}`)
      if (known !== undefined && now() - known.since < TRY_AGAIN_MS) return undefined
      const gone = absentStatuses(source, absent).filter(
        (status) => call.accept?.includes(status) !== true,
      )
      const answer = await transport({ ...call, accept: [...gone, ...(call.accept ?? [])] })
      if (gone.includes(answer.status)) {
        const refused = answer.status === 402 || answer.status === 403
        miss({ source, part, code: refused ? 'source-refused' : 'source-absent' })
        return undefined
      }
      missing.delete(`${source} ${part}`)
      answered.add(source)
      return answer
    },
    isOpen: (source) => answered.has(source),
    giveUp: (source) => miss({ source, part: 'objects', code: 'source-unreadable' }),
    notices: () => {
      const bySource = new Map([...missing.values()].map((one) => [one.source, one]))
      return [...bySource.values()].map(({ source, code }) => ({
        source,
        code,
        needs: needsOf(source),
      }))
    },
  }
}

function absentStatuses(source: SourceName, more: readonly number[]): readonly number[] {
  const { extra }: SourceEntry = SOURCE_TABLE[source]
  return [...ABSENT, ...more, ...(extra ? REFUSED : [])]
}

function tell(log: Log, { source, part, code }: Omit<Missing, 'since'>): void {
  const message = 'HubSpot source is not readable and is skipped'
  const { extra }: SourceEntry = SOURCE_TABLE[source]
  if (extra) log.info(message, { source, part, code })
  else log.warn(message, { source, part, code })
}
