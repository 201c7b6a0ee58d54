const { mkdtempSync, readFileSync, readdirSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')
const { ComponentSet, MetadataConverter } = require('@salesforce/source-deploy-retrieve')

const PROJECT = path.join(__dirname, '..')
const { packageDirectories, sourceApiVersion } = JSON.parse(
  readFileSync(path.join(PROJECT, 'sfdx-project.json'), 'utf8'),
)
const resolve = (folder) => ComponentSet.fromSource({ fsPaths: [path.join(PROJECT, folder)] })

/** `{ CustomField: ['Lead.Leadwell_Score__c', …], … }` as the set holds it. */
async function namesIn(folder) {
  const { types } = (await resolve(folder).getObject()).Package
  return Object.fromEntries(types.map(({ name, members }) => [name, members.toSorted()]))
}

/** Converts source to metadata format as a deployment would, without an organisation. */
async function convert(source) {
  const folder = mkdtempSync(path.join(tmpdir(), 'leadwell-source-'))
  try {
    const set = resolve(source)
    set.sourceApiVersion = sourceApiVersion
    const { packagePath } = await new MetadataConverter().convert(set, 'metadata', {
      type: 'directory',
      outputDirectory: folder,
      packageName: 'leadwell',
      genUniqueDir: false,
    })
    const files = readdirSync(packagePath, { recursive: true }).map((file) =>
      file.replaceAll('\\', '/'),
    )
    return { files, manifest: readFileSync(path.join(packagePath, 'package.xml'), 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const count = (names, object) => names.filter((name) => name.startsWith(`${object}.`)).length

describe('the Salesforce source', () => {
  it('holds the components that are promised, each by its type and name', async () => {
    const { CustomField, CustomLabel, ...rest } = await namesIn('force-app')

    expect(rest).toEqual({
      CompactLayout: ['Account.Leadwell', 'Contact.Leadwell', 'Lead.Leadwell'],
      CustomLabels: ['CustomLabels'],
      LightningComponentBundle: [
        'leadwellFeedback',
        'leadwellLabels',
        'leadwellNote',
        'leadwellScore',
        'leadwellSummary',
      ],
      ListView: ['Contact.Leadwell_Ready_To_Contact', 'Lead.Leadwell_Ready_To_Contact'],
      PermissionSet: ['Leadwell_Integration', 'Leadwell_Reps'],
    })
    expect(['Account', 'Lead', 'Contact'].map((object) => count(CustomField, object))).toEqual([
      3, 16, 16,
    ])
    expect(CustomLabel.every((name) => name.startsWith('Leadwell_'))).toBe(true)
    expect(CustomLabel.length).toBeGreaterThan(40)
  })

  it.each(packageDirectories.map((directory) => directory.path))(
    '%s becomes a package that can be deployed, with a manifest that names all of it',
    async (source) => {
      const { files, manifest } = await convert(source)

      const wanted = Object.entries(await namesIn(source))
      expect(wanted.length).toBeGreaterThan(0)
      const listed = [...manifest.matchAll(/<members>([^<]*)<\/members>/g)].map(([, name]) => name)
      expect(new Set(listed)).toEqual(new Set(wanted.flatMap(([, names]) => names)))
      for (const [type] of wanted) expect(manifest).toContain(`<name>${type}</name>`)
      expect(manifest).toContain(`<version>${sourceApiVersion}</version>`)
      expect(files.filter((file) => file.includes('__tests__'))).toEqual([])
    },
  )

  it('carries what each component needs into the converted package', async () => {
    const { files } = await convert('force-app')

    expect(files).toEqual(
      expect.arrayContaining([
        'labels/CustomLabels.labels',
        'lwc/leadwellScore/leadwellScore.html',
        'lwc/leadwellScore/leadwellScore.js',
        'lwc/leadwellScore/leadwellScore.js-meta.xml',
        'lwc/leadwellScore/readScore.js',
        'objects/Account.object',
        'objects/Contact.object',
        'objects/Lead.object',
        'permissionsets/Leadwell_Integration.permissionset',
        'permissionsets/Leadwell_Reps.permissionset',
      ]),
    )
  })

  it('keeps optional parts apart: they need features an organisation may not have', async () => {
    expect(Object.keys(await namesIn('optional/spanish'))).toEqual(['Translations'])
    expect(await namesIn('optional/change-events')).toEqual({
      PlatformEventChannel: ['Leadwell__chn'],
      PlatformEventChannelMember: [
        'Leadwell_chn_AccountChangeEvent',
        'Leadwell_chn_ContactChangeEvent',
        'Leadwell_chn_LeadChangeEvent',
      ],
    })
  })
})
