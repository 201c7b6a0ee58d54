import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import { INGEST_JOBS } from '../transport/paths.ts'
import { parseBody, type SalesforceTransport } from '../transport/transport.ts'

/** A job as Salesforce tells of it. */
export interface IngestJob {
  readonly id: string
  readonly state: 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted'
  /** Rows it has worked on, the failed ones among them. */
  readonly processed: number
  readonly failed: number
}

const Job = z.object({
  id: z.string().regex(/^[A-Za-z0-9]{15,18}$/),
  state: z.enum(['Open', 'UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted']),
  numberRecordsProcessed: z.number().optional(),
  numberRecordsFailed: z.number().optional(),
})

/** Files a job leaves behind (Bulk API guide, "Get Job … Record Results"). */
type ResultFile = 'successfulResults' | 'failedResults'

/**
 * Bulk API 2.0 ingest, one order at a time. An order to a job whose answer was lost is not given again: what
 * the job says of itself next tells whether it arrived. Nothing here ever deletes a job.
 */
export interface IngestJobs {
  /**
   * Updates of one object. Assignment rules run for a bulk job only when it names one in
   * `assignmentRuleId` (Bulk API guide, "Create a Job"); `Sforce-Auto-Assign` belongs to the REST
   * resources and says nothing here, so it is left out and owners stay as they are.
   */
  create(sobject: string): Promise<IngestJob>
  upload(id: string, csv: string): Promise<void>
  close(id: string): Promise<void>
  abort(id: string): Promise<void>
  /** `undefined`: there is no such job, Salesforce keeps them for seven days. */
  read(id: string): Promise<IngestJob | undefined>
  file(id: string, name: ResultFile): Promise<string>
}

export function createIngestJobs(transport: SalesforceTransport): IngestJobs {
  const at = (id: string): string => `${INGEST_JOBS}/${encodeURIComponent(id)}`
  const order = async (id: string, state: 'UploadComplete' | 'Aborted'): Promise<void> => {
    const call = { method: 'PATCH', path: at(id), body: { state }, once: true } as const
    await transport.request(call, () => undefined)
  }
  return {
    create: async (sobject) => {
      const body = {
        object: sobject,
        operation: 'update',
        contentType: 'CSV',
        columnDelimiter: 'COMMA',
        lineEnding: 'LF',
      }
      // Made twice, the first stays open and empty: it holds nothing and takes nothing.
      const call = { method: 'POST', path: INGEST_JOBS, body } as const
      return await transport.request(call, (answer) => toJob(answer, `POST ${INGEST_JOBS}`))
    },
    upload: async (id, csv) => {
      const call = { method: 'PUT', path: `${at(id)}/batches`, csv, once: true } as const
      await transport.request({ ...call, answersText: true }, () => undefined)
    },
    close: (id) => order(id, 'UploadComplete'),
    abort: (id) => order(id, 'Aborted'),
    read: async (id) => {
      try {
        return await transport.request({ method: 'GET', path: at(id) }, (answer) =>
          toJob(answer, `GET ${INGEST_JOBS}`),
        )
      } catch (error) {
        if (error instanceof PermanentError && error.code === 'salesforce-not-found') return
        throw error
      }
    },
    file: async (id, name) => {
      const call = { method: 'GET', path: `${at(id)}/${name}`, answersText: true } as const
      return await transport.request(call, (answer) =>
        parseBody(z.string(), answer, `GET ${INGEST_JOBS}/${name}`),
      )
    },
  }
}

function toJob(answer: unknown, label: string): IngestJob {
  const job = parseBody(Job, answer, label)
  return {
    id: job.id,
    state: job.state,
    processed: job.numberRecordsProcessed ?? 0,
    failed: job.numberRecordsFailed ?? 0,
  }
}
