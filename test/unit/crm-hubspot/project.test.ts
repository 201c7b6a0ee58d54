import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PROPERTIES } from '#connectors/hubspot/provisioning/properties.ts'
import { COMPONENTS, KNOWN_SCOPES } from './meta-schemas.ts'
import {
  filesBelow,
  PROJECT,
  readJson,
  readMetaFiles,
  readProfile,
  SOURCE,
} from './project-files.ts'

const GUIDE = new URL('../../../docs/guides/install-hubspot.md', import.meta.url)
const Entry = z.object({ entrypoint: z.string(), location: z.string().default('settings') })
const Scopes = z.object({
  auth: z.object({ requiredScopes: z.array(z.string()), optionalScopes: z.array(z.string()) }),
})
const Package = z.object({ dependencies: z.record(z.string(), z.string()) })

const metas = await readMetaFiles()
const appConfig = Scopes.parse(metas.find(({ type }) => type === 'app')?.config)
const scopes = [...appConfig.auth.requiredScopes, ...appConfig.auth.optionalScopes]

describe('the HubSpot project', () => {
  it('names a platform version that is current', async () => {
    expect(await readJson('hsproject.json')).toEqual({
      name: 'leadwell',
      srcDir: 'src',
      platformVersion: '2026.09',
    })
  })

  it.each(metas.map((meta) => [meta.path, meta] as const))(
    '%s is as HubSpot takes it',
    (_, meta) => {
      const component = COMPONENTS[meta.type]

      expect(component?.config.safeParse(meta.config).error).toBeUndefined()
      expect(meta.path.slice(0, meta.path.lastIndexOf('/'))).toBe(component?.folder)
      expect(meta.uid).toMatch(/^[a-zA-Z0-9_.-]{1,64}$/)
    },
  )

  it('has every component once where only one may be, and no identifier twice', () => {
    const single = metas.filter(({ type }) => COMPONENTS[type]?.many === false)

    expect(single.map(({ type }) => type).toSorted()).toEqual(['app', 'settings', 'webhooks'])
    expect(new Set(metas.map(({ uid }) => uid)).size).toBe(metas.length)
  })

  it('has no folder in a folder of a component, where HubSpot would not look', async () => {
    const deep = (await filesBelow(SOURCE)).filter((path) => path.split('/').length > 3)

    expect(deep).toEqual([])
  })

  it('has an entry point where one is named, made for the place it is shown', async () => {
    const shown = metas.filter(({ config }) => 'entrypoint' in config)

    expect(shown).toHaveLength(3)
    for (const { config } of shown) {
      const { entrypoint, location } = Entry.parse(config)
      const source = await readFile(new URL(`.${entrypoint}`, SOURCE), 'utf8')
      expect(source).toContain(`hubspot.extend<'${location}'>`)
    }
  })

  it('calls no address of anybody from its cards: they read properties only', async () => {
    const files = (await filesBelow(SOURCE)).filter((path) => /\.tsx?$/.test(path))
    const sources = await Promise.all(files.map((path) => readFile(new URL(path, SOURCE), 'utf8')))

    expect(metas.find(({ type }) => type === 'app')?.config).toMatchObject({
      permittedUrls: { fetch: [], iframe: [], img: [] },
    })
    expect(files.length).toBeGreaterThan(10)
    expect(sources.join('\n')).not.toMatch(/\bfetch\(|serverless|\bwindow\b|localStorage|style=/)
  })

  it('uses no component made for record pages on its settings page', async () => {
    const files = (await filesBelow(SOURCE)).filter((path) => path.startsWith('app/settings/'))
    const sources = await Promise.all(files.map((path) => readFile(new URL(path, SOURCE), 'utf8')))

    expect(sources.join('\n')).not.toContain('ui-extensions/crm')
  })

  it('names exact versions of what its cards are built from, the same in both places', async () => {
    const [cards, settings] = await Promise.all(
      ['app/cards', 'app/settings'].map(async (folder) =>
        Package.parse(await readJson(`${folder}/package.json`, SOURCE)),
      ),
    )

    expect(cards).toEqual(settings)
    for (const version of Object.values(cards?.dependencies ?? {})) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })

  it('keeps real profiles, which name an account, out of the repository', async () => {
    const ignored = await readFile(new URL('.gitignore', PROJECT), 'utf8')

    expect(ignored).toContain('src/hsprofile.*.json')
  })
})

describe('the scopes', () => {
  it('are known, each asked for once, and none opens sensitive data', () => {
    expect(scopes.filter((scope) => !KNOWN_SCOPES.includes(scope))).toEqual([])
    expect(new Set(scopes).size).toBe(scopes.length)
    expect(scopes.filter((scope) => scope.includes('sensitive'))).toEqual([])
  })

  it('have their reason in the guide, each of them', async () => {
    const guide = await readFile(GUIDE, 'utf8')

    const reasons = guide.split('\n').filter((line) => line.startsWith('| `'))
    expect(scopes.filter((scope) => !reasons.some((row) => row.includes(`\`${scope}\``)))).toEqual(
      [],
    )
  })
})

describe('the guide', () => {
  it('offers one portal the same scopes that every install needs, but for OAuth itself', async () => {
    const guide = await readFile(GUIDE, 'utf8')
    const Static = z.strictObject({
      type: z.literal('static'),
      requiredScopes: z.array(z.string()),
    })

    const block = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''

    expect(Static.parse(JSON.parse(block)).requiredScopes).toEqual(
      appConfig.auth.requiredScopes.filter((scope) => scope !== 'oauth'),
    )
  })

  it('names every property that is made, and every variable of the profile', async () => {
    const guide = await readFile(GUIDE, 'utf8')
    const names = Object.values(PROPERTIES).flatMap((made) => made.map(({ name }) => name))
    const { variables } = await readProfile()

    const unnamed = [...names, ...Object.keys(variables)].filter((name) => !guide.includes(name))

    expect(unnamed).toEqual([])
  })
})
