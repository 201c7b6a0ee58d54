import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import type { Connector, Quota } from '#src/connector-port.ts'
import type { Credentials, Log } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { createFakeVault } from '#test/fakes/fake-vault.ts'
import type { Scope } from '#test/http-mock.ts'

export const LOGIN = 'https://login.salesforce.test'
export const ORG = 'https://org.salesforce.test'
export const ORG_ID = '00D5g000004CrkhEAC'
export const USER_ID = '0055g00000EXAMPAA5'
export const NOW = Date.UTC(2026, 10, 20, 12)
export const DATA = '/services/data/v67.0'

export const LEAD_1 = '00Q5g000001AAAAEA4'
export const LEAD_2 = '00Q5g000001AAABEA4'
export const CONTACT_1 = '0035g000001AAAAAA4'
export const ACCOUNT_1 = '0015g000001AAAAAA4'

export interface Harness {
  readonly deps: ConnectorDeps
  readonly slept: number[]
  readonly taken: string[]
  readonly paused: { pool: string; forMs: number }[]
  readonly learned: { pool: string; limit: number; remaining: number; intervalMs: number }[]
  readonly warnings: string[]
  readonly saved: Credentials[]
  now: number
}

export const CLIENT_CREDENTIALS: Credentials = {
  kind: 'salesforce-client-credentials',
  loginUrl: LOGIN,
  clientId: 'client',
  clientSecret: 'secret',
}

/** Dependencies that remember what was asked of them; nobody waits. */
export function createHarness(credentials: Credentials = CLIENT_CREDENTIALS): Harness {
  const slept: number[] = []
  const taken: string[] = []
  const paused: Harness['paused'] = []
  const learned: Harness['learned'] = []
  const warnings: string[] = []
  const saved: Credentials[] = []
  const quota: Quota = {
    take: async (pool) => void taken.push(pool),
    learn: async (pool, seen) => void learned.push({ pool, ...seen }),
    pause: async (pool, forMs) => void paused.push({ pool, forMs }),
  }
  const harness: Harness = {
    slept,
    taken,
    paused,
    learned,
    warnings,
    saved,
    now: NOW,
    deps: {
      portal: { id: `salesforce:${ORG_ID}`, apiUrl: LOGIN, timeZone: 'UTC' },
      credentials,
      quota,
      lane: 'event',
      allowList: shippedAllowList('salesforce'),
      log: createLog(warnings),
      now: () => harness.now,
      random: () => 0.5,
      sleep: async (ms) => void slept.push(ms),
      tokenVault: createFakeVault(() => harness.now),
      loadCredentials: async () => saved.at(-1) ?? harness.deps.credentials,
      saveCredentials: async (given) => void saved.push(given),
    },
  }
  return harness
}

export function createConnector(harness: Harness = createHarness()): Connector {
  return createSalesforceConnector(harness.deps)
}

function createLog(warnings: string[]): Log {
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message, fields) => {
      warnings.push([message, ...Object.values(fields ?? {})].join(' '))
    },
    error: () => undefined,
    with: () => log,
  }
  return log
}

/** Announces one access token. */
export function grantToken(scope: Scope, token = 'token-1', more: object = {}): void {
  scope.post('/services/oauth2/token').reply(200, {
    access_token: token,
    instance_url: ORG,
    id: `${LOGIN}/id/${ORG_ID}/${USER_ID}`,
    token_type: 'Bearer',
    ...more,
  })
}

const LOOKUPS: Readonly<Record<string, { relationshipName: string; referenceTo: string[] }>> = {
  IndividualId: { relationshipName: 'Individual', referenceTo: ['Individual'] },
  CampaignId: { relationshipName: 'Campaign', referenceTo: ['Campaign'] },
}

/** Every organisation shows them; without them nobody may be reached. */
export const OPT_OUTS = ['HasOptedOutOfEmail', 'DoNotCall'] as const
const CONSENT_OBJECT = 'ContactPointTypeConsent'

/** What each object shows unless a test says otherwise; kept small on purpose. */
const VISIBLE: Readonly<Record<string, readonly string[]>> = {
  Account: ['Id', 'Industry'],
  Lead: ['Id', 'Status', 'Email', 'IsConverted', ...OPT_OUTS],
  Contact: ['Id', 'Email', 'AccountId', ...OPT_OUTS],
  Task: ['Id', 'WhoId', 'TaskSubtype', 'CallDisposition', 'CallType', 'IsClosed', 'CreatedDate'],
  Event: ['Id', 'WhoId', 'StartDateTime', 'CreatedDate', 'Type', 'IsChild', 'IsRecurrence'],
  CampaignMember: [
    'Id',
    'LeadId',
    'ContactId',
    'HasResponded',
    'FirstRespondedDate',
    'CreatedDate',
  ],
}

/** How an owner classed fields, by object and field: `{ Lead: { Email: ['Internal', 'PII'] } }`. */
export type Classes = Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>>

export interface DescribeOptions {
  /** Whether the allow-list asks for consent rows, so that their object is described. */
  readonly consents?: boolean
  readonly onClasses?: (urls: readonly string[]) => void
}

/**
 * Announces the describes a connector makes before its first query, and the classes of the fields;
 * `undefined` hides an object, and `null` for the classes refuses the setup.
 */
export function describeOrg(
  scope: Scope,
  changes: Readonly<Record<string, readonly string[] | undefined>> = {},
  classes: Classes | null = {},
  { consents = true, onClasses = () => undefined }: DescribeOptions = {},
): void {
  const objects: [string, readonly string[] | undefined][] = Object.entries({
    ...VISIBLE,
    EmailMessage: undefined,
    Opportunity: undefined,
    ...(consents && { [CONSENT_OBJECT]: undefined }),
    ...changes,
  })
  for (const [sobject, fields] of objects) {
    const call = scope.get(`${DATA}/sobjects/${sobject}/describe`)
    if (fields === undefined) call.reply(404, [{ errorCode: 'NOT_FOUND', message: 'gone' }])
    else call.reply(200, { name: sobject, fields: fields.map(fieldNamed) })
  }
  const seen = objects.filter(([, fields]) => fields !== undefined).length
  for (let asked = 0; asked < seen; asked += 5)
    answerClasses(scope, classes, { isLast: seen - asked === 1, onClasses })
}

/** Five objects in a call of the Tooling API, the last one alone in a query. */
function answerClasses(
  scope: Scope,
  classes: Classes | null,
  { isLast, onClasses }: { isLast: boolean; onClasses: (urls: readonly string[]) => void },
): void {
  if (isLast) {
    scope
      .get((uri) => uri.startsWith(`${DATA}/tooling/query?`))
      .reply((request: Request) => {
        onClasses([request.url])
        const { httpStatusCode, body } = classAnswer(classes, soqlOf(request.url))
        return [httpStatusCode, body]
      })
    return
  }
  scope.post(`${DATA}/tooling/composite`).reply(async (request: Request) => {
    const { compositeRequest } = (await request.json()) as { compositeRequest: SentQuery[] }
    onClasses(compositeRequest.map(({ url }) => url))
    const compositeResponse = compositeRequest.map(({ url, referenceId }) => ({
      referenceId,
      ...classAnswer(classes, soqlOf(url)),
    }))
    return [200, { compositeResponse }]
  })
}

function classAnswer(
  classes: Classes | null,
  soql: string,
): { httpStatusCode: number; body: object } {
  if (classes === null) {
    return { httpStatusCode: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }] }
  }
  const sobject = /QualifiedApiName = '(\w+)'/.exec(soql)?.[1] ?? ''
  const rows = Object.entries(classes[sobject] ?? {}).map(
    ([QualifiedApiName, [SecurityClassification, ComplianceGroup]]) => ({
      QualifiedApiName,
      Label: QualifiedApiName,
      DataType: 'Text(40)',
      SecurityClassification,
      ComplianceGroup,
    }),
  )
  return { httpStatusCode: 200, body: page(rows) }
}

function fieldNamed(name: string): object {
  return { name, type: 'string', updateable: true, ...LOOKUPS[name] }
}

export interface SentQuery {
  readonly method: string
  readonly url: string
  readonly referenceId: string
}

export function soqlOf(url: string): string {
  return new URL(url, ORG).searchParams.get('q') ?? ''
}

/** Announces a composite call; `answer` gives the parts of the response. */
export function replyComposite(
  scope: Scope,
  answer: (queries: readonly SentQuery[]) => readonly object[],
): void {
  scope.post(`${DATA}/composite`).reply(async (request: Request) => {
    const { compositeRequest } = (await request.json()) as { compositeRequest: SentQuery[] }
    return [200, { compositeResponse: answer(compositeRequest) }]
  })
}

/** The same where every query succeeds: `answer` gives its rows, `asked` collects the queries. */
export function answerComposite(
  scope: Scope,
  answer: (soql: string) => readonly object[],
  asked: string[] = [],
): void {
  replyComposite(scope, (queries) =>
    queries.map(({ url, referenceId }) => {
      const soql = soqlOf(url)
      asked.push(soql)
      return { httpStatusCode: 200, httpHeaders: {}, referenceId, body: page(answer(soql)) }
    }),
  )
}

/** Announces one plain query. */
export function answerQuery(
  scope: Scope,
  rows: readonly object[],
  asked: string[] = [],
  resource: 'query' | 'queryAll' = 'query',
): void {
  scope
    .get((uri) => uri.startsWith(`${DATA}/${resource}?`))
    .reply((request: Request) => {
      asked.push(soqlOf(request.url))
      return [200, page(rows)]
    })
}

export function page(records: readonly object[], more: object = {}): object {
  return { totalSize: records.length, done: true, records, ...more }
}

/** The error of a rejected promise; fails when it is fulfilled. */
export async function errorOf(promise: Promise<unknown>): Promise<{
  name: string
  code: string
  message: string
  hint?: string | undefined
  retryAfterMs?: number | undefined
}> {
  try {
    await promise
  } catch (error) {
    return error as Awaited<ReturnType<typeof errorOf>>
  }
  throw new Error('expected a rejection')
}
