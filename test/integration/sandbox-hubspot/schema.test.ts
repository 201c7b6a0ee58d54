import { describe, expect, it } from 'vitest'
import { STANDARD_PROPERTIES } from '#sandbox/hubspot/portal/standard-properties.ts'
import { HUBSPOT_FIELDS } from '#src/privacy/hubspot-fields.ts'
import { contactId, openPortal } from './open-portal.ts'

const CONTACTS = '/crm/properties/2026-09/contacts'
const group = { name: 'leadwell', label: 'Leadwell', displayOrder: -1 }
const score = {
  name: 'leadwell_score',
  label: 'Score',
  groupName: 'leadwell',
  type: 'number',
  fieldType: 'number',
}

describe('property definitions ("Properties")', () => {
  it('has every property the product may read, except what it asks elsewhere or makes itself', () => {
    const ids = { contact: '0-1', company: '0-2', call: '0-48', email: '0-49', meeting: '0-47' }
    const missing = Object.entries({ ...ids, communication: '0-18', deal: '0-3' }).flatMap(
      ([source, id]) => {
        const known = new Set(STANDARD_PROPERTIES[id]?.map(([name]) => name))
        const fields = HUBSPOT_FIELDS[source as keyof typeof HUBSPOT_FIELDS] ?? []
        return fields.map(({ field }) => field).filter((field) => !known.has(field))
      },
    )

    expect(missing).toEqual(['email_subscription_status', 'leadwell_feedback'])
  })

  it('hides sensitive properties unless asked, and from apps without their scope', async () => {
    const { call } = await openPortal()

    const plain = await call('GET', CONTACTS)
    const asked = await call('GET', `${CONTACTS}?dataSensitivity=sensitive`)

    expect(plain.body.results.map(({ name }) => name)).not.toContain('diagnosis_notes')
    expect([asked.status, asked.body.category]).toEqual([403, 'MISSING_SCOPES'])
  })

  it('makes a group, a property in it, and takes values for it', async () => {
    const { call } = await openPortal()

    const made = [
      await call('POST', `${CONTACTS}/groups`, group),
      await call('POST', CONTACTS, score),
      await call('PATCH', `/crm/objects/2026-09/contacts/${contactId(0)}`, {
        properties: { leadwell_score: '71' },
      }),
    ]

    expect(made.map(({ status }) => status)).toEqual([201, 201, 200])
    expect(made[1]?.body).toMatchObject({ name: 'leadwell_score', hubspotDefined: false })
    expect(made[2]?.body.properties.leadwell_score).toBe('71')
  })

  it('says 409 to a second group or property of the same name', async () => {
    const { call } = await openPortal()
    await call('POST', `${CONTACTS}/groups`, group)
    await call('POST', CONTACTS, score)

    const again = [
      await call('POST', `${CONTACTS}/groups`, group),
      await call('POST', CONTACTS, score),
    ]

    expect(again.map(({ status }) => status)).toEqual([409, 409])
  })

  it.each([
    ['a group that is not there', { groupName: 'nowhere' }],
    ['a field that does not fit the type', { fieldType: 'textarea' }],
    ['a score field, which no API may create', { fieldType: 'calculation_score' }],
    ['a name with a capital', { name: 'Leadwell' }],
    ['no label', { label: undefined }],
    [
      'an option given twice',
      {
        type: 'enumeration',
        fieldType: 'select',
        options: [
          { label: 'A', value: 'a' },
          { label: 'B', value: 'a' },
        ],
      },
    ],
  ])('refuses %s', async (_what, change) => {
    const { call } = await openPortal()
    await call('POST', `${CONTACTS}/groups`, group)

    const { status } = await call('POST', CONTACTS, { ...score, ...change })

    expect(status).toBe(400)
  })

  it('takes several options of a checkbox, and new options once they were added', async () => {
    const { call } = await openPortal()
    const option = (value: string) => ({ label: value, value, displayOrder: 0, hidden: false })
    const path = `/crm/objects/2026-09/contacts/${contactId(0)}`
    const write = (channels: string) => call('PATCH', path, { properties: { channels } })
    await call('POST', CONTACTS, {
      name: 'channels',
      label: 'Channels',
      groupName: 'contactinformation',
      type: 'enumeration',
      fieldType: 'checkbox',
      options: [option('phone'), option('email')],
    })

    const before = [await write('phone;email'), await write('phone;sms')]
    await call('PATCH', `${CONTACTS}/channels`, {
      options: [option('phone'), option('email'), option('sms')],
    })
    const after = await write('phone;sms')

    expect(before.map(({ status }) => status)).toEqual([200, 400])
    expect(after.status).toBe(200)
  })

  it('makes what it can of a batch and names the rest', async () => {
    const { call } = await openPortal()
    const one = { ...score, groupName: 'contactinformation' }

    const { status, body } = await call('POST', `${CONTACTS}/batch/create`, {
      inputs: [one, { ...one, name: 'jobtitle' }],
    })

    expect(status).toBe(207)
    expect(body.results).toHaveLength(1)
    expect(body.errors[0]).toMatchObject({ category: 'OBJECT_ALREADY_EXISTS' })
  })

  it('forgets an archived property when values are written', async () => {
    const { call } = await openPortal()
    await call('POST', CONTACTS, { ...score, groupName: 'contactinformation' })

    await call('DELETE', `${CONTACTS}/leadwell_score`)
    const { status } = await call('PATCH', `/crm/objects/2026-09/contacts/${contactId(0)}`, {
      properties: { leadwell_score: '1' },
    })

    expect(status).toBe(400)
  })
})
