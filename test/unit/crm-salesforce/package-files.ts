import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'

/** The Salesforce project, and the folder of its main package. */
export const PROJECT = new URL('../../../crm/salesforce/', import.meta.url)
export const SOURCE = new URL('force-app/main/default/', PROJECT)
const SPANISH = new URL(
  'optional/spanish/main/default/translations/es.translation-meta.xml',
  PROJECT,
)

const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true })

const Labels = z.object({
  CustomLabels: z.object({
    labels: z.array(z.object({ fullName: z.string(), value: z.string() })),
  }),
})
const Translations = z.object({
  Translations: z.object({
    customLabels: z.array(z.object({ name: z.string(), label: z.string() })),
  }),
})

export async function filesBelow(folder: URL): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('//', '/'))
    .map((path) => path.slice(fileURLToPath(folder).length))
    .filter((path) => !path.includes('node_modules'))
    .toSorted()
}

export async function readText(path: string, base = SOURCE): Promise<string> {
  return await readFile(new URL(path, base), 'utf8')
}

/** XML as plain objects; a list of one is no list. */
export async function readXml(path: string, base = SOURCE): Promise<unknown> {
  return parser.parse(await readText(path, base))
}

/** Label texts by name, as the component imports them and as Spanish readers get them. */
export async function readLabels(): Promise<{ en: Map<string, string>; es: Map<string, string> }> {
  const english = Labels.parse(await readXml('labels/CustomLabels.labels-meta.xml'))
  const spanish = Translations.parse(parser.parse(await readFile(SPANISH, 'utf8')))
  return {
    en: new Map(english.CustomLabels.labels.map(({ fullName, value }) => [fullName, value])),
    es: new Map(spanish.Translations.customLabels.map(({ name, label }) => [name, label])),
  }
}

/** Sources of the components, tests left out. */
export async function readComponents(): Promise<{ path: string; text: string }[]> {
  const paths = (await filesBelow(SOURCE)).filter((path) => /^lwc\/(?!.*__tests__)/.test(path))
  return await Promise.all(paths.map(async (path) => ({ path, text: await readText(path) })))
}
