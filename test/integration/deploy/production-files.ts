import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

const Lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
})

/** What the last stage of the Dockerfile takes out of the source tree. */
export function copiedPaths(): readonly string[] {
  const stage =
    readFileSync('Dockerfile', 'utf8')
      .split(/^FROM /m)
      .at(-1) ?? ''
  return [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  )
}

/** Packages that the Dockerfile takes away again after they were installed. */
function isRemoved(path: string): boolean {
  const removed = /rm -rf ([^\n]+)/.exec(readFileSync('Dockerfile', 'utf8'))?.[1]?.split(' ') ?? []
  return removed.some((folder) => path === folder || path.startsWith(`${folder}/`))
}

/**
 * A folder as the image has it: those files, and of the packages those that `npm ci --omit=dev` installs.
 * Packages are links, so Node has to be told to keep to the folder they are found in.
 */
export function layOutImage(folder: string): void {
  for (const path of copiedPaths()) cpSync(path, join(folder, path), { recursive: true })
  const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')) as unknown)
  for (const [path, { dev }] of Object.entries(packages)) {
    // What is nested in a package comes along with it.
    if (dev === true || path === '' || isRemoved(path)) continue
    if (path.lastIndexOf('node_modules/') > 0) continue
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    symlinkSync(resolve(path), target)
  }
}

export const IMAGE_NODE_OPTIONS = '--preserve-symlinks --preserve-symlinks-main'
