import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contactId, openPortal } from './open-portal.ts'

const CONTACTS = '/crm/objects/2026-09/contacts'
const UPDATE = `${CONTACTS}/batch/update`

describe('writing records', () => {
  it('writes a hundred and moves their last-modified date', async () => {
    const { call, clock } = await openPortal()
    clock.at += 60_000
    const inputs = Array.from({ length: 100 }, (_, at) => ({
      id: contactId(at),
      properties: { jobtitle: 'HR Director' },
    }))

    const written = await call('POST', UPDATE, { inputs })
    const read = await call('GET', `${CONTACTS}/${contactId(99)}?properties=jobtitle`)

    expect(written.status).toBe(200)
    expect(read.body.properties).toMatchObject({
      jobtitle: 'HR Director',
      lastmodifieddate: new Date(clock.at).toISOString(),
    })
  })

  it('refuses a hundred and one', async () => {
    const { call } = await openPortal()
    const inputs = Array.from({ length: 101 }, (_, at) => ({ id: contactId(at), properties: {} }))

    const { status } = await call('POST', UPDATE, { inputs })

    expect(status).toBe(400)
  })

  it.each([
    ['an unknown property', { nonsense: '1' }, 'PROPERTY_DOESNT_EXIST'],
    ['a wrong option', { inquiry_type: 'therapy' }, 'INVALID_OPTION'],
    ['a thousands separator', { associatedcompanyid: '1,000' }, 'INVALID_DOUBLE'],
    ['a boolean that is none', { sms_consent: 'yes' }, 'INVALID_OPTION'],
    ['a read-only property', { hs_email_open: '3' }, 'READ_ONLY_VALUE'],
    ['a calculated property', { num_conversion_events: '3' }, 'READ_ONLY_VALUE'],
  ])('writes no row of a batch with %s', async (_what, properties, code) => {
    const { call } = await openPortal()

    const { status, body } = await call('POST', UPDATE, {
      inputs: [
        { id: contactId(0), properties: { jobtitle: 'Changed' } },
        { id: contactId(1), properties },
      ],
    })

    const first = await call('GET', `${CONTACTS}/${contactId(0)}?properties=jobtitle`)
    expect([status, body.category]).toEqual([400, 'VALIDATION_ERROR'])
    expect(body.errors[0]?.code).toBe(code)
    expect(first.body.properties.jobtitle).not.toBe('Changed')
  })

  it('writes the good rows when each has its own trace id ("Error handling", multi-status)', async () => {
    const { call } = await openPortal()

    const { status, body } = await call('POST', UPDATE, {
      inputs: [
        { id: contactId(0), objectWriteTraceId: 'a', properties: { jobtitle: 'Changed' } },
        { id: contactId(1), objectWriteTraceId: 'b', properties: { nonsense: '1' } },
      ],
    })

    expect(status).toBe(207)
    expect(body.results.map(({ id }) => id)).toEqual([contactId(0)])
    expect(body.errors[0]?.context.objectWriteTraceId).toEqual(['b'])
  })

  it('gives no partial success for trace ids used twice', async () => {
    const { call } = await openPortal()

    const { status } = await call('POST', UPDATE, {
      inputs: [
        { id: contactId(0), objectWriteTraceId: 'a', properties: { jobtitle: 'Changed' } },
        { id: contactId(1), objectWriteTraceId: 'a', properties: { nonsense: '1' } },
      ],
    })

    expect(status).toBe(400)
  })

  it('refuses a batch naming a record twice', async () => {
    const { call } = await openPortal()
    const input = { id: contactId(0), properties: { jobtitle: 'x' } }

    const { status, body } = await call('POST', UPDATE, { inputs: [input, input] })

    expect(status).toBe(400)
    expect(body.message).toBe(`Duplicate IDs found in batch input: [${contactId(0)}]`)
  })

  it('refuses to update by e-mail', async () => {
    const { call } = await openPortal()

    const { status, body } = await call('POST', UPDATE, {
      inputs: [{ id: 'a@b.example', idProperty: 'email', properties: { jobtitle: 'x' } }],
    })

    expect(status).toBe(400)
    expect(body.message).toContain('non-unique 0-1 property')
  })

  it('clears a value with an empty string ("Properties")', async () => {
    const { call } = await openPortal()

    await call('PATCH', `${CONTACTS}/${contactId(0)}`, { properties: { state: '' } })
    const { body } = await call('GET', `${CONTACTS}/${contactId(0)}?properties=state`)

    expect(body.properties.state).toBeNull()
  })

  it('keeps who wrote a value and when in its history, newest first', async () => {
    const { call, clock } = await openPortal()
    const path = `${CONTACTS}/${contactId(0)}`
    await call('PATCH', path, { properties: { jobtitle: 'First' } })
    clock.at += 1_000
    await call('PATCH', path, { properties: { jobtitle: 'Second' } })

    const { body } = await call('GET', `${path}?propertiesWithHistory=jobtitle`)

    const [newest, older] = body.propertiesWithHistory['jobtitle'] ?? []
    expect(newest).toMatchObject({ value: 'Second', sourceType: 'INTEGRATION' })
    expect(newest?.timestamp).toBe(new Date(clock.at).toISOString())
    expect(older?.value).toBe('First')
  })

  it('keeps date-times whether written as milliseconds or as ISO 8601', async () => {
    const { call } = await openPortal()
    const at = Date.UTC(2026, 10, 21)
    const write = (hs_timestamp: string) =>
      call('POST', '/crm/objects/2026-09/notes', { properties: { hs_timestamp } })

    const answers = [await write(String(at)), await write('2026-11-21T00:00:00Z')]

    expect(answers.map(({ body }) => body.properties.hs_timestamp)).toEqual([
      new Date(at).toISOString(),
      new Date(at).toISOString(),
    ])
  })

  it('creates a call on a contact, which touches the contact', async () => {
    const { call, clock } = await openPortal()
    clock.at += 5_000

    const created = await call('POST', '/crm/v3/objects/calls', {
      properties: { hs_timestamp: String(clock.at), hs_call_status: 'COMPLETED' },
      associations: [
        {
          to: { id: contactId(3) },
          types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }],
        },
      ],
    })

    const contact = await call('GET', `${CONTACTS}/${contactId(3)}?associations=calls`)
    expect(created.status).toBe(201)
    expect(contact.body.properties.lastmodifieddate).toBe(new Date(clock.at).toISOString())
    expect(contact.body.associations['calls']?.results).toContainEqual({
      id: created.body.id,
      type: 'contact_to_call',
    })
  })

  it('refuses a call without its time and a contact whose e-mail is taken', async () => {
    const { call } = await openPortal()
    const { body } = await call('GET', `${CONTACTS}/${contactId(0)}?properties=email`)
    const { email } = body.properties

    const late = await call('POST', '/crm/objects/2026-09/calls', { properties: {} })
    const twin = await call('POST', CONTACTS, { properties: { email } })

    expect([late.status, twin.status]).toEqual([400, 409])
  })

  it('leads on from a merged-away id in single calls but not in batches', async () => {
    const { call } = await openPortal()
    const merged = await call('POST', `${CONTACTS}/merge`, {
      primaryObjectId: contactId(0),
      objectIdToMerge: contactId(1),
    })

    const single = await call('PATCH', `${CONTACTS}/${contactId(1)}`, {
      properties: { state: 'CA' },
    })
    const batch = await call('POST', UPDATE, {
      inputs: [{ id: contactId(1), properties: { state: 'CA' } }],
    })

    expect(single.body.id).toBe(merged.body.id)
    expect(batch.status).toBe(207)
    expect(batch.body.results).toEqual([])
  })

  it('lists a deleted record among the archived, one deleted for privacy nowhere', async () => {
    const { call } = await openPortal()
    await call('DELETE', `${CONTACTS}/${contactId(0)}`)
    await call('POST', `${CONTACTS}/gdpr-delete`, { objectId: contactId(1) })

    const archived = await call('GET', `${CONTACTS}?archived=true&limit=100`)
    const live = await call('GET', `${CONTACTS}?limit=1`)

    expect(archived.body.results.map(({ id }) => id)).toEqual([contactId(0)])
    expect(live.body.results[0]?.id).toBe(contactId(2))
  })

  it('is as it was after the process was killed in the middle of an append', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leadwell-journal-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'hubspot.jsonl')
    const first = await openPortal({}, file)
    await first.call('PATCH', `${CONTACTS}/${contactId(0)}`, { properties: { state: 'WA' } })
    const made = await first.call('POST', CONTACTS, { properties: { email: 'new@made.example' } })
    await appendFile(file, '[{"op":"upd')

    const second = await openPortal({}, file)

    const kept = await second.call('GET', `${CONTACTS}/${contactId(0)}?properties=state`)
    const madeBefore = await second.call('GET', `${CONTACTS}/${made.body.id}?properties=email`)
    expect(kept.body.properties.state).toBe('WA')
    expect(madeBefore.body.properties.email).toBe('new@made.example')
  })
})
