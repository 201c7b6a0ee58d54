import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PERMISSION_SETS } from '#connectors/salesforce/provisioning/permission-set-definitions.ts'
import { FIELDS } from '#connectors/salesforce/provisioning/properties.ts'
import { API_VERSION } from '#connectors/salesforce/transport/paths.ts'
import { SALESFORCE_FIELDS } from '#src/privacy/salesforce-fields.ts'
import { salesforceSource } from '../../../scripts/salesforce-source.ts'
import { filesBelow, PROJECT, readComponents, readText, readXml, SOURCE } from './package-files.ts'

const GUIDE = new URL('../../../docs/guides/install-salesforce.md', import.meta.url)
const Filter = z.object({ field: z.string(), operation: z.string(), value: z.string().optional() })
const ListView = z.object({
  ListView: z.object({ label: z.string(), filters: z.array(Filter), columns: z.array(z.string()) }),
})
const Lock = z.object({
  packages: z.record(z.string(), z.object({ resolved: z.string().optional() })),
})

describe('the Salesforce package', () => {
  it('holds the fields and permission sets that provisioning makes, to the letter', async () => {
    const wanted = salesforceSource()

    const texts = await Promise.all(wanted.map(({ path }) => readText(path, PROJECT)))

    expect(texts).toEqual(wanted.map(({ text }) => text))
    const kept = (await filesBelow(SOURCE)).filter((path) =>
      /field-meta|permissionset-meta/.test(path),
    )
    expect(kept).toHaveLength(wanted.length)
  })

  it('speaks the API version of the connector everywhere', async () => {
    const project: unknown = JSON.parse(await readText('sfdx-project.json', PROJECT))
    const metas = (await readComponents()).filter(({ path }) => path.endsWith('.js-meta.xml'))

    expect(project).toMatchObject({ sourceApiVersion: API_VERSION })
    expect(metas).toHaveLength(5)
    for (const { text } of metas) expect(text).toContain(`<apiVersion>${API_VERSION}</apiVersion>`)
  })

  it.each(['Lead', 'Contact'])('lists every sales-ready %s that is not on hold', async (object) => {
    const path = `objects/${object}/listViews/Leadwell_Ready_To_Contact.listView-meta.xml`

    const { label, filters } = ListView.parse(await readXml(path)).ListView

    expect(label).toBe('Ready to contact')
    expect(filters).toEqual([
      { field: 'Leadwell_Tier__c', operation: 'equals', value: 'sales_ready' },
      { field: 'Leadwell_Hold__c', operation: 'equals' },
    ])
  })

  it('shows the hold before the score where a record is shown in short', async () => {
    const text = await readText('objects/Lead/compactLayouts/Leadwell.compactLayout-meta.xml')

    expect(text.indexOf('Leadwell_Hold__c')).toBeGreaterThan(0)
    expect(text.indexOf('Leadwell_Hold__c')).toBeLessThan(text.indexOf('Leadwell_Score__c'))
  })

  it('uses no field in lists, layouts and components that it does not make', async () => {
    const own = new Set(Object.values(FIELDS).flatMap((made) => made.map(({ name }) => name)))
    const paths = (await filesBelow(SOURCE)).filter((path) => !path.includes('__tests__'))
    const texts = await Promise.all(paths.map((path) => readText(path)))

    const named = texts.flatMap((text) => text.match(/Leadwell_\w+__c/g) ?? [])

    expect(named.length).toBeGreaterThan(100)
    expect(named.filter((name) => !own.has(name))).toEqual([])
  })

  it('exposes one component, on record pages of people only', async () => {
    const metas = (await readComponents()).filter(({ path }) => path.endsWith('.js-meta.xml'))

    const exposed = metas.filter(({ text }) => text.includes('<isExposed>true</isExposed>'))

    expect(exposed.map(({ path }) => path)).toEqual(['lwc/leadwellScore/leadwellScore.js-meta.xml'])
    expect(exposed[0]?.text.match(/<object>\w+<\/object>/g)).toEqual([
      '<object>Contact</object>',
      '<object>Lead</object>',
    ])
  })

  it('calls no server from its components: no Apex, no address, no markup from text', async () => {
    const sources = (await readComponents()).map(({ text }) => text).join('\n')

    const imports = new Set(sources.match(/(?<=from ')(lightning|@salesforce)\/[\w/]+/g))
    expect(imports).toEqual(
      new Set(['@salesforce/label/c', 'lightning/uiObjectInfoApi', 'lightning/uiRecordApi']),
    )
    expect(sources).not.toMatch(/\bfetch\(|XMLHttpRequest|https:|innerHTML|lwc:dom|localStorage/)
  })

  it('takes its tools from the public registry, at exact versions', async () => {
    const { packages } = Lock.parse(JSON.parse(await readText('package-lock.json', PROJECT)))
    const manifest = z
      .object({ devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readText('package.json', PROJECT)))

    const elsewhere = Object.values(packages)
      .map(({ resolved }) => resolved ?? 'https://registry.npmjs.org/')
      .filter((address) => !address.startsWith('https://registry.npmjs.org/'))

    expect(elsewhere).toEqual([])
    for (const version of Object.values(manifest.devDependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })
})

describe('the permission sets', () => {
  const [integration, reps] = PERMISSION_SETS

  it('let Leadwell edit its own fields and nothing else', () => {
    const edited = integration?.fieldPermissions.filter(({ editable }) => editable) ?? []

    expect(edited).toHaveLength(33)
    expect(edited.filter(({ field }) => !/^\w+\.Leadwell_/.test(field))).toEqual([])
    expect(
      integration?.objectPermissions.filter(
        ({ allowCreate, allowDelete, modifyAllRecords }) =>
          allowCreate || allowDelete || modifyAllRecords,
      ),
    ).toEqual([])
  })

  it('let Leadwell read what the list that ships names, and no text of people', () => {
    const read = (integration?.fieldPermissions ?? [])
      .map(({ field }) => field)
      .filter((field) => !field.includes('.Leadwell_'))
    const listed = Object.values(SALESFORCE_FIELDS).flatMap((fields) =>
      (fields ?? []).map(({ field }) => field.split('.').at(-1) ?? ''),
    )

    const unlisted = read.filter((name) => !listed.includes(name.split('.')[1] ?? ''))

    // Addresses are permitted as a whole; the lookups tie records together.
    expect(unlisted).toEqual([
      'Account.BillingAddress',
      'Contact.AccountId',
      'Contact.MailingAddress',
      'Event.WhoId',
      'Lead.Address',
      'Task.WhoId',
    ])
    expect(read.filter((name) => /Description|Subject|Body|Phone/.test(name))).toEqual([])
  })

  it('let reps edit the feedback only', () => {
    expect(reps?.fieldPermissions.filter(({ editable }) => editable)).toEqual(
      ['Lead', 'Contact'].map((object) => ({
        field: `${object}.Leadwell_Feedback__c`,
        readable: true,
        editable: true,
      })),
    )
    expect(reps?.objectPermissions).toEqual([])
    expect(reps?.userPermissions).toEqual([])
  })

  it('name no required or platform field, which Salesforce refuses', () => {
    const names = PERMISSION_SETS.flatMap(({ fieldPermissions }) =>
      fieldPermissions.map(({ field }) => field),
    )

    expect(
      names.filter((name) => /\.(Id|Name|Status|CreatedDate|IsClosed|IsWon)$/.test(name)),
    ).toEqual([])
  })
})

describe('the guide', () => {
  it('names every field that is made, every permission that is asked for and every setting', async () => {
    const guide = await readFile(GUIDE, 'utf8')
    const fields = Object.values(FIELDS).flatMap((made) => made.map(({ name }) => name))
    const permissions = PERMISSION_SETS.flatMap(({ label, fieldPermissions }) => [
      label,
      ...fieldPermissions.map(({ field }) => field).filter((name) => !name.includes('.Leadwell_')),
    ])
    const settings = [
      'SALESFORCE_LOGIN_URL',
      'SALESFORCE_CLIENT_ID',
      'SALESFORCE_CLIENT_SECRET',
      'SALESFORCE_PRIVATE_KEY_FILE',
      'SALESFORCE_USERNAME',
    ]

    const unnamed = [...fields, ...permissions, ...settings].filter((name) => !guide.includes(name))

    expect(unnamed).toEqual([])
  })
})
