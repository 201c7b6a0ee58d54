import { Client } from '@hubspot/api-client'
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts/models/Filter.js'
import { describe, expect, it } from 'vitest'
import { contactId, openPortal } from './open-portal.ts'

describe('@hubspot/api-client', () => {
  it('lists, reads, searches, writes and associates through its generated v3 and v4 calls', async () => {
    const { url } = await openPortal()
    const client = new Client({ accessToken: 'sandbox-hubspot-token', basePath: url })
    const { contacts, associations, properties } = client.crm

    const page = await contacts.basicApi.getPage(5, undefined, ['jobtitle'])
    const read = await contacts.batchApi.read({
      inputs: [{ id: contactId(0) }],
      properties: ['email'],
      propertiesWithHistory: [],
    })
    const found = await contacts.searchApi.doSearch({
      filterGroups: [
        {
          filters: [
            { propertyName: 'lifecyclestage', operator: FilterOperatorEnum.Eq, value: 'lead' },
          ],
        },
      ],
      sorts: ['-createdate'],
      properties: ['state'],
      limit: 3,
      after: '0',
    })
    const written = await contacts.batchApi.update({
      inputs: [{ id: contactId(0), properties: { jobtitle: 'VP Benefits' } }],
    })
    const linked = await associations.v4.batchApi.getPage('contacts', 'companies', {
      inputs: [{ id: contactId(0) }],
    })
    const defined = await properties.coreApi.getAll('contacts')

    expect(page.results).toHaveLength(5)
    expect(page.paging?.next?.after).toBe(contactId(5))
    expect(read.results[0]?.properties['email']).toContain('@')
    expect(found.results).toHaveLength(3)
    expect(written.results[0]?.properties['jobtitle']).toBe('VP Benefits')
    expect(linked.status).toBe('COMPLETE')
    expect(defined.results.map(({ name }) => name)).toContain('inquiry_type')
  })

  it('reaches the dated paths through apiRequest', async () => {
    const { url } = await openPortal()
    const client = new Client({ accessToken: 'sandbox-hubspot-token', basePath: url })

    const response = await client.apiRequest({
      method: 'POST',
      path: '/crm/objects/2026-09/contacts/batch/update',
      body: { inputs: [{ id: contactId(1), properties: { jobtitle: 'HR Manager' } }] },
    })

    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ status: 'COMPLETE' })
  })
})
