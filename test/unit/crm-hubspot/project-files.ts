import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The HubSpot project, and its source folder as `hsproject.json` names it. */
export const PROJECT = new URL('../../../crm/hubspot/', import.meta.url)
export const SOURCE = new URL('src/', PROJECT)

const MetaFile = z.strictObject({
  uid: z.string(),
  type: z.string(),
  config: z.record(z.string(), z.unknown()),
})
const Profile = z.strictObject({
  accountId: z.number(),
  variables: z.record(z.string(), z.string()),
})

export interface ProjectMeta extends z.infer<typeof MetaFile> {
  /** Below the source folder: `app/cards/….json`. */
  readonly path: string
}

export async function readJson(path: string, base = PROJECT): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, base), 'utf8'))
}

export async function readProfile(): Promise<z.infer<typeof Profile>> {
  return Profile.parse(await readJson('hsprofile.production.example.json', SOURCE))
}

export async function filesBelow(folder: URL): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('//', '/'))
    .map((path) => path.slice(fileURLToPath(folder).length))
    .filter((path) => !path.includes('node_modules'))
    .toSorted()
}

/** Every component of the project, with the variables of the example profile put in as HubSpot does. */
export async function readMetaFiles(): Promise<ProjectMeta[]> {
  const { variables } = await readProfile()
  const paths = (await filesBelow(SOURCE)).filter((path) => path.endsWith('-hsmeta.json'))
  return Promise.all(
    paths.map(async (path) => ({
      path,
      ...MetaFile.parse(withVariables(await readJson(path, SOURCE), variables)),
    })),
  )
}

function withVariables(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\$\{(.*?)\}/g, (_, name: string) => {
      const text = variables[name]
      if (text === undefined) throw new Error(`The example profile has no ${name}.`)
      return text
    })
  }
  if (Array.isArray(value)) return value.map((one) => withVariables(one, variables))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withVariables(one, variables)]),
  )
}
