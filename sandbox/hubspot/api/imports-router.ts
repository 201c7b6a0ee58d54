import { parse } from 'csv-parse/sync'
import express, { type RequestHandler, Router } from 'express'
import { z } from 'zod'
import type { Mutation } from '#sandbox/hubspot/portal/mutation.ts'
import { type ObjectType, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import { checkValues } from '#sandbox/hubspot/portal/property-values.ts'
import { invalid, notFound } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiContext, type ApiHandler, limitOf, linkWith, parseBody } from './api-context.ts'
import { requireScopes } from './tokens.ts'

const Column = z.object({
  columnObjectTypeId: z.string(),
  columnName: z.string(),
  propertyName: z.string(),
  columnType: z.enum(['HUBSPOT_OBJECT_ID', 'HUBSPOT_ALTERNATE_ID', 'STANDARD']).optional(),
})
const ImportRequest = z.object({
  name: z.string(),
  importOperations: z.record(z.string(), z.literal('UPDATE')),
  dateFormat: z.string().optional(),
  files: z.tuple([
    z.object({
      fileName: z.string(),
      fileFormat: z.literal('CSV'),
      fileImportPage: z.object({ hasHeader: z.literal(true), columnMappings: z.array(Column) }),
    }),
  ]),
})
const Form = z.object({ importRequest: z.string(), fileName: z.string(), file: z.string() })

interface ImportError {
  readonly errorType: string
  readonly rowData: readonly string[]
  readonly lineNumber: number
}

interface ImportJob {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly work: () => readonly ImportError[]
  looks: number
  errors: readonly ImportError[]
}

/** How often a job is looked at before it is done; the first time it is still waiting. */
const LOOKS_TO_DONE = 3

/** Imports of one CSV file that update records by id ("Imports" guide); what else there is, is refused. */
export function createImportsRouter(context: ApiContext): Router {
  const jobs = new Map<string, ImportJob>()
  const router = Router()
  const route = (handler: ApiHandler) => context.route('imports', handler)
  router.post('/', readForm(), route(startHandler(context, jobs)))
  router.get('/', route(listHandler(jobs)))
  router.get('/:id', route(readHandler(jobs)))
  router.get('/:id/errors', route(errorsHandler(jobs)))
  return router
}

/** Multipart bodies, read by the platform's own parser. */
function readForm(): RequestHandler[] {
  const raw = express.raw({ type: 'multipart/form-data', limit: '512mb' })
  return [
    raw,
    async (request, _response, next) => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' }
      const form = await new Response(request.body, { headers }).formData()
      const file = form.get('files')
      const isFile = file instanceof File
      request.body = {
        importRequest: form.get('importRequest'),
        fileName: isFile ? file.name : undefined,
        file: isFile ? await file.text() : undefined,
      }
      next()
    },
  ]
}

function startHandler(context: ApiContext, jobs: Map<string, ImportJob>): ApiHandler {
  return (call) => {
    requireScopes(call.token, ['crm.import'])
    const form = parseBody(Form, call.body)
    const request = parseBody(ImportRequest, JSON.parse(form.importRequest))
    const [file] = request.files
    if (file.fileName !== form.fileName) throw invalid(`No file is named ${file.fileName}`)
    const type = objectTypeOf(Object.keys(request.importOperations)[0])
    const rows: string[][] = parse(form.file, { relaxColumnCount: true })
    const job: ImportJob = {
      id: String(9_000_001 + jobs.size),
      name: request.name,
      createdAt: context.now(),
      work: () => importRows(context, type, file.fileImportPage.columnMappings, rows),
      looks: 0,
      errors: [],
    }
    jobs.set(job.id, job)
    return { status: 200, body: jobJson(job) }
  }
}

function importRows(
  context: ApiContext,
  type: ObjectType,
  columns: readonly z.infer<typeof Column>[],
  [header = [], ...rows]: readonly (readonly string[])[],
): ImportError[] {
  if (header.length !== columns.length) throw invalid('Every column must be mapped')
  const idAt = columns.findIndex(({ columnType }) => columnType === 'HUBSPOT_OBJECT_ID')
  const errors: ImportError[] = []
  const mutations: Mutation[] = []
  for (const [index, rowData] of rows.entries()) {
    const fail = (errorType: string) => errors.push({ errorType, rowData, lineNumber: index + 2 })
    const id = rowData[idAt] ?? ''
    const record = context.state.table(type).get(id)
    if (record === undefined || record.archivedAt !== undefined) fail('INVALID_RECORD_ID')
    else {
      const { values, problems } = checkValues(context.state, type, filled(columns, rowData, idAt))
      if (problems === undefined) {
        const source = { changeSource: 'IMPORT' }
        const change = { type: type.id, id, at: context.now(), source, properties: values }
        mutations.push({ op: 'update', ...change })
      } else
        fail(
          problems[0]?.error === 'INVALID_OPTION'
            ? 'INVALID_ENUMERATION_OPTION'
            : 'FAILED_VALIDATION',
        )
    }
  }
  context.commit(mutations)
  return errors
}

/** An empty cell leaves the value as it is. */
function filled(
  columns: readonly z.infer<typeof Column>[],
  row: readonly string[],
  idAt: number,
): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ propertyName }, at) => {
      const cell = row[at] ?? ''
      return at === idAt || cell === '' ? [] : [[propertyName, cell]]
    }),
  )
}

function listHandler(jobs: ReadonlyMap<string, ImportJob>): ApiHandler {
  return (call) => {
    requireScopes(call.token, ['crm.import'])
    return { status: 200, body: { results: [...jobs.values()].map(jobJson) } }
  }
}

function readHandler(jobs: ReadonlyMap<string, ImportJob>): ApiHandler {
  return (call) => {
    requireScopes(call.token, ['crm.import'])
    const job = jobs.get(call.params['id'] ?? '')
    if (job === undefined) throw notFound('No such import')
    job.looks += 1
    if (job.looks === LOOKS_TO_DONE) job.errors = job.work()
    return { status: 200, body: jobJson(job) }
  }
}

function errorsHandler(jobs: ReadonlyMap<string, ImportJob>): ApiHandler {
  return (call) => {
    requireScopes(call.token, ['crm.import'])
    const job = jobs.get(call.params['id'] ?? '')
    if (job === undefined) throw notFound('No such import')
    const limit = limitOf(call.query['limit'], { otherwise: 10, most: 100 })
    const from = Number(call.query['after'] ?? 0)
    const results = job.errors.slice(from, from + limit).map((error, index) => ({
      id: String(from + index + 1),
      createdAt: job.createdAt,
      errorType: error.errorType,
      sourceData: {
        fileId: 1,
        lineNumber: error.lineNumber,
        containsEncryptedProperties: false,
        rowData: error.rowData,
      },
    }))
    const after = String(from + limit)
    const more = from + limit < job.errors.length
    const paging = more && { next: { after, link: linkWith(call, after) } }
    return { status: 200, body: { results, ...(paging && { paging }) } }
  }
}

function jobJson({ id, name, createdAt, looks }: ImportJob): unknown {
  const at = new Date(createdAt).toISOString()
  const running = looks === 0 ? 'STARTED' : 'PROCESSING'
  return {
    id,
    importName: name,
    state: looks >= LOOKS_TO_DONE ? 'DONE' : running,
    createdAt: at,
    updatedAt: at,
    optOutImport: false,
    mappedObjectTypeIds: ['0-1'],
    metadata: { counters: {}, fileIds: ['1'], objectLists: [] },
  }
}
