import type { ChangePage } from '#src/connector-port.ts'
import { type QueryOutcome, type Row, rowsOf } from '../querying/query.ts'
import { consentsFrom } from '../reading/consent-points.ts'
import type { ConsentsOf } from '../reading/consent-schema.ts'
import type { ReadDeps } from '../reading/list.ts'
import { contactsOfAccounts, peopleOfIndividuals } from '../reading/people-of-individuals.ts'
import { toLongId } from '../schema/record-id.ts'
import type { OrgSchema } from '../schema/schema.ts'
import { nextCursor, OVERLAP_MS, openCursor } from './change-cursor.ts'
import { type Findings, findingsOf, noFindings, seenIn } from './change-findings.ts'
import { type ChangeQuery, changeQueries, consentsOfChanged } from './change-queries.ts'

/**
 * What changed since the cursor, with an overlap: late rows are found, and what is told twice is
 * known by its fingerprint. Our own writes come by as well, since the row that carries one may carry
 * what somebody wrote a second before; their fingerprint is the one known. Two calls when little
 * happened.
 */
export async function readChanges(
  deps: ReadDeps,
  schema: OrgSchema,
  stored: unknown,
  sinceMs: number,
): Promise<ChangePage> {
  const beganAt = deps.now()
  const reader = openCursor(stored, sinceMs)
  const fromMs = (reader.cursor?.polledAt ?? sinceMs) - OVERLAP_MS
  const span = { fromMs, nowMs: beganAt }
  const watermark = (name: string): number => reader.watermark(name)
  const { reach } = deps
  const { always, inTurn } = changeQueries(schema, {
    ...span,
    watermark,
    recycleBin: reach.seesRecycleBin(),
  })
  const turn = inTurn[reader.turn % Math.max(1, inTurn.length)]
  const queries = [...always, ...(turn === undefined ? [] : [turn])].filter(
    ({ name, optional }) => optional !== true || reach.isOpen(`changes of ${name}`),
  )
  const answers = await ask(deps, queries)
  const polledAt = deps.now()
  const consents = await consentsOf(deps, schema, { queries, answers, watermark, beganAt })
  const findings = noFindings()
  const poll = { schema, reader, consents, span, findings }
  for (const [index, query] of queries.entries()) findingsOf(poll, query, answers[index] ?? [])
  await findPeople(deps, schema, findings)
  const seen = queries.map((query, index) => seenIn(query, answers[index] ?? []))
  const asked = new Set(queries.map(({ name }) => name))
  const unasked = inTurn.map(({ name }) => name).filter((name) => !asked.has(name))
  return {
    changed: [...findings.changed.values()],
    touched: [...findings.touched.values()],
    deleted: [...findings.deleted.values()],
    cursor: nextCursor(reader, seen, { beganAt, polledAt }, unasked),
  }
}

/** Rows per query. Where the recycle bin is refused, the plain query has to do. */
async function ask(
  deps: ReadDeps,
  queries: readonly ChangeQuery[],
): Promise<readonly (readonly Row[])[]> {
  const outcomes = await deps.querier.outcomes(queries)
  const answers: (readonly Row[])[] = []
  for (const [index, query] of queries.entries()) {
    answers.push(await answerOf(deps, query, outcomes[index]))
  }
  return answers
}

async function answerOf(
  { querier, reach }: ReadDeps,
  query: ChangeQuery,
  outcome: QueryOutcome | undefined,
): Promise<readonly Row[]> {
  const refused = outcome !== undefined && 'refused' in outcome ? outcome.refused : undefined
  if (refused === undefined) return rowsOf(outcome)
  if (query.deleted === true) {
    reach.loseRecycleBin()
    return await querier.rows({ soql: query.soql })
  }
  if (query.optional !== true) throw refused
  reach.close(`changes of ${query.name}`, refused)
  return []
}

interface Answered {
  readonly queries: readonly ChangeQuery[]
  readonly answers: readonly (readonly Row[])[]
  readonly watermark: (name: string) => number
  readonly beganAt: number
}

/** Consents of those who changed, asked for only when one of them has an Individual. */
async function consentsOf(
  { querier }: ReadDeps,
  schema: OrgSchema,
  { queries, answers, watermark, beganAt }: Answered,
): Promise<ConsentsOf> {
  const has = queries.some(
    ({ about }, index) =>
      about === 'record' &&
      answers[index]?.some((row) => toLongId(row['IndividualId']) !== undefined) === true,
  )
  const outcomes = has ? await querier.outcomes(consentsOfChanged(schema, { watermark })) : []
  return consentsFrom(outcomes.flatMap(rowsOf), beganAt)
}

/** Changes beside people become changes of people. */
async function findPeople(deps: ReadDeps, schema: OrgSchema, findings: Findings): Promise<void> {
  const people = await peopleOfIndividuals(deps, schema, [...findings.individuals])
  for (const { object, id, fingerprint } of people) {
    findings.changed.set(id, { ref: { object, id }, fingerprint })
  }
  for (const ref of await contactsOfAccounts(deps, schema, [...findings.accounts])) {
    findings.touched.set(ref.id, ref)
  }
}
