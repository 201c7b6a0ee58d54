import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Intent, RecordRef } from '#src/ports.ts'
import { callsOf, listAll, startOrg, type TestOrg, VALUES } from './org.ts'
import { queryRows, refsIn } from './rest-calls.ts'
import { intentOf, take, takeOne } from './unused-records.ts'

const PEOPLE = 300

let org: TestOrg
let leads: RecordRef[]
let contacts: RecordRef[]
beforeAll(async () => {
  org = await startOrg(PEOPLE)
  await org.connector.provision({ dryRun: false })
  leads = await refsIn(org, 'lead')
  contacts = await refsIn(org, 'contact')
})
afterAll(() => org.close())

const intents = (refs: readonly RecordRef[]): Intent[] => refs.map((ref) => intentOf(ref))
describe('records that live on elsewhere', () => {
  test('are named with whom they live on in, by one query for all of them', async () => {
    const converted = takeOne(leads)
    const [master, loser] = take(contacts, 2)
    const deleted = takeOne(leads)
    if (!master || !loser) throw new Error('no contacts')
    const { contactId } = org.sandbox.edits.convertLead(converted.id)
    org.sandbox.edits.merge(master.id, loser.id)
    org.sandbox.edits.remove(deleted.id)

    const calls = await callsOf(org, async () => {
      const results = await org.connector.write(intents([converted, loser, deleted, master]))

      expect(results).toEqual([
        { ref: converted, outcome: 'gone', mergedInto: { object: 'contact', id: contactId } },
        { ref: loser, outcome: 'gone', mergedInto: master },
        { ref: deleted, outcome: 'gone' },
        { ref: master, outcome: 'written' },
      ])
    })

    expect(calls).toMatchObject({ collections: 1, composite: 1 })
  })

  test('bring their history along: the contact of a lead has its activities and campaigns', async () => {
    const people = await listAll(org.connector, 'lead')
    const rich = people
      .filter(({ id }) => leads.some((lead) => lead.id === id))
      .toSorted((a, b) => b.activities.length - a.activities.length)[0]
    if (rich === undefined) throw new Error('no lead with activities')

    org.sandbox.edits.convertLead(rich.id)
    const [result] = await org.connector.write(intents([{ object: 'lead', id: rich.id }]))
    const survivor = result?.outcome === 'gone' ? result.mergedInto : undefined
    const { records } = await org.connector.read(survivor === undefined ? [] : [survivor])

    const told = (activities: typeof rich.activities) =>
      activities.map(({ kind }) => kind).toSorted()
    expect(rich.activities.length).toBeGreaterThan(0)
    expect(told(records[0]?.activities ?? [])).toEqual(
      expect.arrayContaining(told(rich.activities)),
    )
  })

  test('that cannot be looked up for the moment are asked again', async () => {
    const ref = takeOne(leads)
    org.sandbox.edits.remove(ref.id)
    org.sandbox.failNext({ kind: 'query', status: 503, errorCode: 'SERVER_UNAVAILABLE', times: 5 })

    const results = await org.connector.write(intents([ref]))

    expect(results).toMatchObject([{ ref, outcome: 'retry', unbounded: true }])
  })

  test('that are there after all are not forgotten but wait for a person', async () => {
    const ref = takeOne(leads)
    org.sandbox.failNext({ id: ref.id, statusCode: 'INVALID_CROSS_REFERENCE_KEY' })

    expect(await org.connector.write(intents([ref]))).toEqual([
      { ref, outcome: 'refused', code: 'INVALID_CROSS_REFERENCE_KEY' },
    ])
  })
})

describe('refusals', () => {
  test('a validation rule is told by the name the admin gave it', async () => {
    const strict = await startOrg(60)
    await strict.connector.provision({ dryRun: false })
    const [lead] = await listAll(strict.connector, 'lead')
    if (lead === undefined) throw new Error('no lead')
    const rule = { object: 'Lead', message: 'Call (555) 010-0199 first', requires: 'Fax' }
    strict.sandbox.edits.addValidationRule({ ...rule, name: 'Old', active: false })
    strict.sandbox.edits.addValidationRule({ ...rule, name: 'Fax_Required' })

    const results = await strict.connector.write(intents([{ object: 'lead', id: lead.id }]))
    await strict.close()

    expect(results).toMatchObject([
      { outcome: 'refused', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION/Fax_Required' },
    ])
    expect(strict.warnings.join(' ')).not.toContain('555')
  })

  test('a field hidden on accounts keeps no person from being written', async () => {
    const partly = await startOrg(300)
    await partly.connector.provision({ dryRun: false })
    const people = await listAll(partly.connector, 'lead')
    const accounts = await listAll(partly.connector, 'company')
    const field = 'Leadwell_Account_Tier__c'
    const grants = await queryRows(
      partly,
      `SELECT Id FROM FieldPermissions WHERE Field = 'Account.${field}'`,
    )
    for (const { Id } of grants) partly.sandbox.edits.remove(String(Id))

    const refs = [...people, ...accounts].map(({ object, id }) => ({ object, id }))
    const results = await partly.connector.write(intents(refs))
    await partly.close()

    expect(grants.length).toBeGreaterThan(0)
    expect(results).toEqual(
      refs.map((ref) =>
        ref.object === 'company'
          ? { ref, outcome: 'refused', code: `INVALID_FIELD/${field}` }
          : { ref, outcome: 'written' },
      ),
    )
  })

  test('an organisation without any of our fields is told so, and nobody is parked', async () => {
    const bare = await startOrg(60)
    const [lead] = await listAll(bare.connector, 'lead')

    const written = bare.connector.write(
      lead === undefined ? [] : intents([{ object: 'lead', id: lead.id }]),
    )

    await expect(written).rejects.toMatchObject({ code: 'salesforce-field-hidden' })
    await bare.close()
  })

  test('a value the picklist lacks names the field', async () => {
    const ref = takeOne(leads)
    const grade: typeof VALUES.grade = JSON.parse('"Z9"')

    const results = await org.connector.write([intentOf(ref, { ...VALUES, grade })])

    expect(results).toEqual([
      {
        ref,
        outcome: 'refused',
        code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST/Leadwell_Grade__c',
      },
    ])
  })
})
