import { describe, expect, it } from 'vitest'
import { contactId, openPortal, POPULATION } from './open-portal.ts'

const CONTACTS = '/crm/objects/2026-09/contacts'

describe('reading records ("Using object APIs")', () => {
  it.each(['/crm/objects/2026-03/0-1', '/crm/objects/2026-09/contacts', '/crm/v3/objects/contact'])(
    'walks every contact exactly once through %s',
    async (path) => {
      const { call } = await openPortal()
      const seen: string[] = []

      for (let after: string | undefined = '0'; after !== undefined; ) {
        const { body } = await call('GET', `${path}?limit=100&after=${after}`)
        seen.push(...body.results.map(({ id }) => id))
        after = body.paging?.next.after
      }

      expect(seen).toEqual(POPULATION.people.map(({ index }) => contactId(index)))
    },
  )

  it('names the id of the next record as cursor', async () => {
    const { call } = await openPortal()

    const { body } = await call('GET', `${CONTACTS}?limit=2`)

    expect(body.paging?.next.after).toBe(contactId(2))
  })

  it.each([
    ['more than 100 a page', 'limit=101'],
    ['more than 50 a page with history', 'limit=51&propertiesWithHistory=jobtitle'],
    ['no page at all', 'limit=0'],
  ])('refuses %s', async (_what, query) => {
    const { call } = await openPortal()

    const { status, body } = await call('GET', `${CONTACTS}?${query}`)

    expect([status, body.category]).toEqual([400, 'VALIDATION_ERROR'])
  })

  it('answers only what was asked for, as strings, and ignores names nobody defined', async () => {
    const { call } = await openPortal()

    const { body } = await call('GET', `${CONTACTS}/${contactId(0)}?properties=state,nonsense`)

    expect(Object.keys(body.properties).sort()).toEqual([
      'createdate',
      'hs_object_id',
      'lastmodifieddate',
      'state',
    ])
    expect(body.properties.hs_object_id).toBe(contactId(0))
  })

  it('keeps a sensitive property from an app without its scope ("Sensitive data")', async () => {
    const { call } = await openPortal()
    const patient = POPULATION.people.find(({ existingPatient }) => existingPatient)

    const { body } = await call(
      'GET',
      `${CONTACTS}/${contactId(patient?.index ?? 0)}?properties=diagnosis_notes`,
    )

    expect(body.properties).not.toHaveProperty('diagnosis_notes')
  })

  it('lists the company of a contact beside it when asked', async () => {
    const { call } = await openPortal()
    const person = POPULATION.people.find(({ companyIndex }) => companyIndex !== undefined)
    const path = `${CONTACTS}/${contactId(person?.index ?? 0)}`

    const { body } = await call(
      'GET',
      `${path}?associations=companies&properties=associatedcompanyid`,
    )

    const companyId = String(31_000_000_001 + (person?.companyIndex ?? 0))
    expect(body.properties.associatedcompanyid).toBe(companyId)
    expect(body.associations['companies']?.results).toContainEqual({
      id: companyId,
      type: 'contact_to_company',
    })
  })

  it('answers a batch with the ids it does not have as one error of a 207', async () => {
    const { call } = await openPortal()

    const { status, body } = await call('POST', `${CONTACTS}/batch/read`, {
      inputs: [{ id: contactId(0) }, { id: '17' }],
      properties: ['email'],
      propertiesWithHistory: [],
    })

    expect(status).toBe(207)
    expect(body.results).toHaveLength(1)
    expect(body.errors[0]?.context.ids).toEqual(['17'])
  })

  it('reads at most 100 in a batch, 50 with history', async () => {
    const { call } = await openPortal()
    const inputs = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: contactId(at) }))
    const read = (count: number, propertiesWithHistory: string[]) =>
      call('POST', `${CONTACTS}/batch/read`, { inputs: inputs(count), propertiesWithHistory })

    const statuses = [
      (await read(100, [])).status,
      (await read(101, [])).status,
      (await read(51, ['email'])).status,
    ]

    expect(statuses).toEqual([200, 400, 400])
  })

  it('tells every e-mail open by the history of its date, newest first', async () => {
    const { call } = await openPortal()
    const opensOf = (index: number) =>
      POPULATION.people[index]?.activities.filter(({ kind }) => kind === 'email-opened') ?? []
    const index = POPULATION.people.findIndex((person) => opensOf(person.index).length > 1)

    const { body } = await call(
      'GET',
      `${CONTACTS}/${contactId(index)}?propertiesWithHistory=hs_email_last_open_date`,
    )

    const told = body.propertiesWithHistory['hs_email_last_open_date']?.map(({ timestamp }) =>
      Date.parse(timestamp),
    )
    expect(told).toEqual(
      opensOf(index)
        .map(({ at }) => at)
        .reverse(),
    )
  })

  it.each([
    ['calls', 'hs_call_disposition'],
    ['emails', 'hs_email_direction'],
    ['meetings', 'hs_meeting_outcome'],
    ['notes', 'hs_note_body'],
    ['tasks', 'hs_task_status'],
    ['communications', 'hs_communication_channel_type'],
    ['deals', 'dealstage'],
  ])('has %s to read', async (type, property) => {
    const { call } = await openPortal()

    const { body } = await call(
      'GET',
      `/crm/objects/2026-09/${type}?limit=1&properties=${property}`,
    )

    expect(body.results[0]?.properties[property]).toEqual(expect.any(String))
  })

  it('says 404 for a record and 400 for a type it does not have', async () => {
    const { call } = await openPortal()

    const record = await call('GET', `${CONTACTS}/5`)
    const type = await call('GET', '/crm/objects/2026-09/unicorns')

    expect([record.status, record.body.category]).toEqual([404, 'OBJECT_NOT_FOUND'])
    expect(type.status).toBe(400)
  })
})
