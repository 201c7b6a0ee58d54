type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted'
export type IngestOperation = 'insert' | 'update' | 'delete'

/** One line of a result file: the record's id, what went wrong, and the row as it was sent. */
export interface IngestResult {
  readonly id: string
  readonly created: boolean
  /** `CODE:message:FIELDS --` as the Bulk API guide shows it; absent on success. */
  readonly error: string | undefined
  readonly row: Readonly<Record<string, string>>
}

/** A Bulk API 2.0 ingest job. */
export interface IngestJob {
  readonly id: string
  readonly object: string
  readonly operation: IngestOperation
  readonly state: JobState
  readonly lineEnding: 'LF' | 'CRLF'
  readonly version: string
  readonly userId: string
  readonly createdAt: number
  readonly changedAt: number
  /** The upload; one per job. */
  readonly csv: string | undefined
  /** Looks at the job until it is over. */
  readonly looksLeft: number
  readonly results: readonly IngestResult[]
  readonly errorMessage: string | undefined
}

/** The job as every ingest resource answers it. */
export function presentJob(job: IngestJob): object {
  const failed = job.results.filter(({ error }) => error !== undefined).length
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.userId,
    createdDate: presentDate(job.createdAt),
    systemModstamp: presentDate(job.changedAt),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version),
    contentUrl: `services/data/v${job.version}/jobs/ingest/${job.id}/batches`,
    lineEnding: job.lineEnding,
    columnDelimiter: 'COMMA',
    jobType: 'V2Ingest',
    numberRecordsProcessed: job.results.length,
    numberRecordsFailed: failed,
    retries: 0,
    totalProcessingTime: 0,
    apexProcessingTime: 0,
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
  }
}

const presentDate = (epochMs: number): string =>
  new Date(epochMs).toISOString().replace('Z', '+0000')
