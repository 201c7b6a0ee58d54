import { describe, expect, it } from 'vitest'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { checkAgainstSchema } from '#src/privacy/check-against-schema.ts'
import { crmField } from './crm-field.ts'
import { listOf } from './portal-list.ts'

const SHIPPED = shippedAllowList('hubspot')
const SCHEMA = [
  crmField('texting'),
  crmField('size', { type: 'number' }),
  crmField('message', { type: 'long-text' }),
  crmField('secret', { sensitivity: 'sensitive' }),
  crmField('owner', { type: 'reference' }),
]
const check = (...entries: Parameters<typeof listOf>[0]) =>
  checkAgainstSchema(listOf(entries), SCHEMA, SHIPPED)
const BOOLEAN = { as: 'boolean' } as const

describe('a list for a portal', () => {
  it('may be approved when every field is there and fits, and then requires each', () => {
    const { problems, list } = check({ field: 'texting', fact: 'smsConsent', coder: BOOLEAN })

    expect(problems).toEqual([])
    expect(list.fields.contact).toMatchObject([{ field: 'texting', required: true }])
  })

  it.each([
    [{ field: 'textign', coder: BOOLEAN }, 'field-unknown'],
    [{ field: 'texting', coder: { as: 'date' } }, 'type-wrong'],
    [{ field: 'size', coder: BOOLEAN }, 'type-wrong'],
    [{ field: 'owner', coder: { as: 'matches', names: ['x'] } }, 'type-wrong'],
    [{ field: 'secret', coder: BOOLEAN }, 'basis-missing'],
    [{ field: 'message', coder: { as: 'matches', names: ['x'] } }, 'basis-missing'],
    [{ field: 'gone', coder: BOOLEAN, required: true }, 'field-vanished'],
  ] as const)('is refused: %j', (entry, code) => {
    expect(check({ fact: 'smsConsent', ...entry }).problems.map((problem) => problem.code)).toEqual(
      [code],
    )
  })

  it('may read what is sensitive or prose with a basis on record', () => {
    const basis = 'Counsel agreed on 3 May'
    const entry = { fact: 'revoked', basis } as const

    expect(
      check(
        { ...entry, field: 'secret', coder: BOOLEAN },
        { ...entry, field: 'message', coder: { as: 'revocation' } },
      ).problems,
    ).toEqual([])
  })

  it('may name fields our guide proposes before the portal has them', () => {
    const { problems, absent, list } = check({
      field: 'health_data_consent',
      fact: 'healthDataConsent',
      coder: BOOLEAN,
    })

    expect(problems).toEqual([])
    expect(absent.map(({ field }) => field)).toEqual(['health_data_consent'])
    expect(list.fields.contact?.[0]).not.toHaveProperty('required')
  })

  it('is not held against an object whose fields we may not list', () => {
    const list = listOf([{ field: 'hs_timestamp', fact: 'at', coder: { as: 'date' } }], {}, 'call')

    expect(checkAgainstSchema(list, SCHEMA, SHIPPED).problems).toEqual([])
  })
})
