import { isQueryValid } from '@jetstreamapp/soql-parser-js'
import { describe, expect, test } from 'vitest'
import type { Querier, Query } from '#connectors/salesforce/querying/query.ts'
import { toLongId } from '#connectors/salesforce/schema/record-id.ts'
import { queryPath } from '#connectors/salesforce/transport/paths.ts'
import { createRuleNames } from '#connectors/salesforce/writing/write-rules.ts'
import { followVanished } from '#connectors/salesforce/writing/write-vanished.ts'
import { PermanentError } from '#src/errors.ts'
import type { RecordRef } from '#src/ports.ts'
import { ACCOUNT_1, CONTACT_1, LEAD_1, NOW } from './harness.ts'

/** Answers nothing, or a refusal, and remembers what was asked. */
function createDeafQuerier(refused?: PermanentError): Pick<Querier, 'outcomes'> & {
  readonly asked: Query[]
} {
  const asked: Query[] = []
  return {
    asked,
    outcomes: (queries) => {
      asked.push(...queries)
      return Promise.resolve(queries.map(() => (refused ? { refused } : { rows: [] })))
    },
  }
}
const leads = (count: number): RecordRef[] =>
  Array.from({ length: count }, (_, index) => ({
    object: 'lead',
    id: toLongId(`00Q5g00000${String(index).padStart(5, '0')}`) ?? '',
  }))
const vanished = (refs: readonly RecordRef[]) =>
  new Map(refs.map((ref) => [ref, 'ENTITY_IS_DELETED']))

describe('looking for where records live on', () => {
  test('asks for ids and nothing of a person, in queries others can read and hosts take', async () => {
    const querier = createDeafQuerier()
    const refs: RecordRef[] = [
      { object: 'company', id: ACCOUNT_1 },
      { object: 'contact', id: CONTACT_1 },
      ...leads(998),
    ]

    await followVanished(querier, vanished(refs))

    const asked = querier.asked.map(({ soql }) => soql)
    expect(asked.map((soql) => soql.replace(/'[^)]*'/, '…'))).toEqual([
      'SELECT Id, IsDeleted, MasterRecordId FROM Account WHERE Id IN (…)',
      ...Array(7).fill(
        'SELECT Id, IsDeleted, MasterRecordId, ConvertedContactId FROM Lead WHERE Id IN (…)',
      ),
      'SELECT Id, IsDeleted, MasterRecordId FROM Contact WHERE Id IN (…)',
    ])
    for (const soql of asked) {
      expect(isQueryValid(soql)).toBe(true)
      expect(queryPath(soql, true).length).toBeLessThan(8_000)
    }
    expect(querier.asked.every(({ deleted }) => deleted === true)).toBe(true)
  })

  test('takes them for gone where nobody may look into the recycle bin', async () => {
    const refusal = new PermanentError('salesforce-refused', 'no queryAll')
    const ref: RecordRef = { object: 'lead', id: LEAD_1 }

    const results = await followVanished(createDeafQuerier(refusal), vanished([ref]))

    expect(results.get(ref)).toEqual({ ref, outcome: 'gone' })
  })
})

test('validation rules are asked for in a query others can read, once an hour', async () => {
  const tooling = createDeafQuerier()
  let now = NOW
  const rules = createRuleNames(tooling, () => now)
  const error = { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'x', fields: [] }

  await rules.nameOf('lead', error)
  await rules.nameOf('lead', error)
  const before = tooling.asked.length
  now += 3_600_000
  await rules.nameOf('lead', error)

  expect([before, tooling.asked.length]).toEqual([1, 2])
  expect(tooling.asked.every(({ soql }) => isQueryValid(soql))).toBe(true)
})
