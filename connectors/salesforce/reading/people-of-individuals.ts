import type { RecordRef, SafeRecord } from '#src/ports.ts'
import { rowsOf } from '../querying/query.ts'
import { idIn, select } from '../querying/soql.ts'
import { refOf } from '../schema/record-id.ts'
import type { OrgSchema } from '../schema/schema.ts'
import { consentQueryOf, consentsFrom } from './consent-points.ts'
import type { ReadDeps } from './list.ts'
import { livingOnly, recordFields, recordSchemaOf, toRecord } from './records.ts'

/** An address with its headers may have 16,384 bytes (API limits cheat sheet); an id takes 23. */
const IDS_PER_QUERY = 300

/** The leads and contacts of Individuals whose choices changed; a call for three hundred of them. */
export async function peopleOfIndividuals(
  { querier, now }: ReadDeps,
  schema: OrgSchema,
  individuals: readonly string[],
): Promise<readonly SafeRecord[]> {
  const people = (['lead', 'contact'] as const)
    .map((object) => recordSchemaOf(schema, object))
    .filter((found) => found !== undefined)
    .filter((found) => found.has('IndividualId'))
  const consents = people.find((found) => found.consents !== undefined)?.consents
  const records: SafeRecord[] = []
  for (let start = 0; start < individuals.length; start += IDS_PER_QUERY) {
    const ids = individuals.slice(start, start + IDS_PER_QUERY)
    const queries = people.map((found) => {
      const where = [idIn('IndividualId', ids), ...livingOnly(found)]
      return { soql: select({ fields: recordFields(found), from: found.sobject, where }) }
    })
    const asked = consents === undefined ? [] : [consentQueryOf(consents, ids)]
    const outcomes = await querier.outcomes([...queries, ...asked])
    const consentsOf = consentsFrom(outcomes.slice(people.length).flatMap(rowsOf), now())
    for (const [index, found] of people.entries()) {
      const rows = rowsOf(outcomes[index])
      const read = rows.map((row) => toRecord(found, row, { activities: [], consents: consentsOf }))
      records.push(...read.filter((record) => record !== undefined))
    }
  }
  return records
}

/** The contacts of accounts; a call for fifteen hundred of those. */
export async function contactsOfAccounts(
  { querier }: ReadDeps,
  schema: OrgSchema,
  accounts: readonly string[],
): Promise<readonly RecordRef[]> {
  if (recordSchemaOf(schema, 'contact')?.has('AccountId') !== true) return []
  const parts = Array.from({ length: Math.ceil(accounts.length / IDS_PER_QUERY) }, (_, part) =>
    accounts.slice(part * IDS_PER_QUERY, (part + 1) * IDS_PER_QUERY),
  )
  const outcomes = await querier.outcomes(
    parts.map((ids) => ({
      soql: select({ fields: ['Id'], from: 'Contact', where: [idIn('AccountId', ids)] }),
    })),
  )
  return outcomes
    .flatMap(rowsOf)
    .map(({ Id }) => refOf(Id))
    .filter((ref) => ref !== undefined)
}
