import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import type { Row } from '../row.ts'
import { objectNamed } from './object-named.ts'
import { type ApiCall, type ApiReply, ok, type Route } from './route.ts'

const DAY_MS = 86_400_000
const MOST_IDS = 600_000

/** Ids changed or deleted in a span of time. */
export function changeRoutes(org: Org): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: '/sobjects/:type/updated',
      kind: 'sobject',
      // REST API guide, "Get Updated": at most 30 days back, at most 600,000 ids.
      handle: (call) => {
        const { rows, end } = changed(org, call, 30)
        const alive = rows.filter((row) => row['IsDeleted'] !== true)
        if (alive.length > MOST_IDS) {
          throw new PermanentError('EXCEEDED_ID_LIMIT', 'exceeded id limit')
        }
        return ok({ ids: alive.map((row) => row['Id']), latestDateCovered: present(end) })
      },
    },
    {
      method: 'GET',
      pattern: '/sobjects/:type/deleted',
      kind: 'sobject',
      // REST API guide, "Get Deleted": at most 15 days back.
      handle: (call) => deletedReply(org, call),
    },
  ]
}

function deletedReply(org: Org, call: ApiCall): ApiReply {
  const { rows, end } = changed(org, call, 15)
  const gone = rows.filter((row) => row['IsDeleted'] === true)
  return ok({
    deletedRecords: gone.map((row) => ({
      id: row['Id'],
      deletedDate: String(row['SystemModstamp']).replace('Z', '+0000'),
    })),
    earliestDateAvailable: present(org.now() - 15 * DAY_MS),
    latestDateCovered: present(end),
  })
}

const present = (epochMs: number): string =>
  `${new Date(epochMs).toISOString().slice(0, 16)}:00.000+0000`

function changed(
  org: Org,
  call: ApiCall,
  daysBack: number,
): { readonly rows: readonly Row[]; readonly end: number } {
  const object = objectNamed(org, call.params['type'])
  const start = dateOf(call, 'start')
  const end = dateOf(call, 'end')
  if (end - start < 60_000) {
    throw new PermanentError(
      'INVALID_REPLICATION_DATE',
      'endDate must be at least one minute greater than startDate',
    )
  }
  if (start < org.now() - daysBack * DAY_MS) {
    throw new PermanentError(
      'INVALID_REPLICATION_DATE',
      `startDate cannot be more than ${daysBack} days ago`,
    )
  }
  const rows = [...org.records.all(object.name)].filter((row) => {
    const at = Date.parse(String(row['SystemModstamp']))
    return at >= start && at < end
  })
  return { rows, end }
}

function dateOf(call: ApiCall, name: string): number {
  const epochMs = Date.parse((call.query.get(name) ?? '').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  if (!Number.isNaN(epochMs)) return epochMs
  throw new PermanentError('INVALID_REPLICATION_DATE', `${name} is not a date and time`)
}
