import { PermanentError } from '#src/errors.ts'
import { makeId } from '../ids.ts'
import type { Org } from '../org.ts'
import { parseQuery } from '../soql/parse-query.ts'
import { presentValue } from '../soql/present-row.ts'
import { runQuery } from '../soql/run-query.ts'

type State = 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted'

/** A Bulk API 2.0 query job. */
export interface QueryJob {
  readonly id: string
  readonly operation: 'query' | 'queryAll'
  readonly object: string
  readonly soql: string
  readonly userId: string
  readonly createdAt: number
  readonly state: State
  /** Header and rows, once it is complete. */
  readonly table: readonly (readonly string[])[]
}

export interface QueryJobs {
  /** Throws MALFORMED_QUERY, INVALID_FIELD and what bulk queries do not take. */
  open(job: Pick<QueryJob, 'operation' | 'soql' | 'userId'>): QueryJob
  get(id: string): QueryJob
  /** A look at the job, which also moves it one state on: the sandbox's idea of time passing. */
  poll(id: string): QueryJob
  abort(id: string): QueryJob
  remove(id: string): void
}

/** Results are kept seven days (Bulk API guide, "Bulk API 2.0 Limits"). */
const KEPT_MS = 7 * 86_400_000

/** In memory only: to whoever restarts the sandbox its jobs are gone, as after seven days. */
export function createQueryJobs(org: Org): QueryJobs {
  const jobs = new Map<string, QueryJob>()
  let opened = 0
  const keep = (job: QueryJob): QueryJob => {
    jobs.set(job.id, job)
    return job
  }
  const get = (id: string): QueryJob => {
    const job = jobs.get(id)
    if (job !== undefined && org.now() - job.createdAt <= KEPT_MS) return job
    throw new PermanentError('NOT_FOUND', 'The requested resource does not exist')
  }
  return {
    get,
    open(given) {
      const object = run(org, given).object.name
      opened += 1
      // Query jobs and ingest jobs share a prefix; the gap keeps their ids apart.
      const id = makeId('750', 1_000_000 + opened)
      const at = { createdAt: org.now(), state: 'UploadComplete', table: [] } as const
      return keep({ ...given, ...at, id, object })
    },
    poll(id) {
      const job = get(id)
      if (job.state === 'UploadComplete') return keep({ ...job, state: 'InProgress' })
      if (job.state !== 'InProgress') return job
      return keep({ ...job, state: 'JobComplete', table: tableOf(org, job) })
    },
    abort: (id) => keep({ ...get(id), state: 'Aborted', table: [] }),
    remove(id) {
      jobs.delete(get(id).id)
    },
  }
}

function run(
  org: Org,
  { soql, operation, userId }: Pick<QueryJob, 'operation' | 'soql' | 'userId'>,
) {
  const query = parseQuery(soql)
  // Bulk API guide, "SOQL Considerations": neither OFFSET nor aggregates.
  if (query.isCount || query.offset > 0) {
    throw new PermanentError('INVALIDJOB', 'Aggregate queries and OFFSET are not supported')
  }
  return runQuery({ org, userId, withDeleted: operation === 'queryAll' }, query)
}

function tableOf(org: Org, job: QueryJob): readonly (readonly string[])[] {
  const { paths, rows } = run(org, job)
  const head = paths.map(({ steps, field }) =>
    [...steps.map(({ name }) => name), field.name].join('.'),
  )
  const cells = rows.map((row) =>
    paths.map(({ field, read }) =>
      String(presentValue(field, read(row)) ?? '').replace('+0000', 'Z'),
    ),
  )
  return [head, ...cells]
}
