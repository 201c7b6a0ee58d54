import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callKind as hubspotKind } from '#connectors/hubspot/transport/call-kind.ts'
import { PATHS } from '#connectors/hubspot/transport/paths.ts'
import { callKind as salesforceKind } from '#connectors/salesforce/transport/call-kind.ts'
import {
  BULK_QUERY,
  COLLECTIONS,
  COMPOSITE,
  describePath,
  INGEST_JOBS,
  pathLabel,
  queryPath,
  sobjectPath,
  TOOLING_COMPOSITE,
} from '#connectors/salesforce/transport/paths.ts'

describe('the kind of a HubSpot call', () => {
  it.each([
    [PATHS.search('contacts'), 'search'],
    [PATHS.batchRead('contacts'), 'batch-read'],
    [PATHS.batchUpdate('companies'), 'batch-write'],
    [PATHS.list('contacts'), 'list'],
    [PATHS.record('contacts', '1'), 'record'],
    [PATHS.associations('contacts', 'calls'), 'associations'],
    [PATHS.properties('contacts'), 'properties'],
    [PATHS.imports, 'imports'],
    [PATHS.submissions('form'), 'forms'],
    [PATHS.marketingEvents, 'marketing-events'],
    [PATHS.occurrences, 'occurrences'],
    [PATHS.subscriptionStatuses, 'subscriptions'],
    [PATHS.accountDetails[0], 'account'],
  ])('of %s is %s', (path, kind) => {
    expect(hubspotKind({ path })).toBe(kind)
  })
})

describe('the kind of a Salesforce call', () => {
  it.each([
    [queryPath('SELECT Id FROM Lead', false), 'query'],
    [queryPath('SELECT Id FROM Lead', true), 'query'],
    [COLLECTIONS, 'collections'],
    [COMPOSITE, 'composite'],
    [describePath('Lead'), 'describe'],
    [sobjectPath('Lead'), 'record'],
    [`${BULK_QUERY}/750x`, 'bulk-query'],
    [`${INGEST_JOBS}/750x/batches`, 'bulk-write'],
    [TOOLING_COMPOSITE, 'tooling'],
  ])('of %s is %s', (path, kind) => {
    expect(salesforceKind(`GET ${pathLabel(path)}`)).toBe(kind)
  })
})

describe('any kind', () => {
  it('is a word of the code, never a part of the path', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        const path = `/${parts.join('/')}`
        for (const kind of [hubspotKind({ path }), salesforceKind(`GET ${path}`)]) {
          expect(kind).toMatch(/^[a-z-]{4,20}$/)
        }
      }),
    )
  })
})
