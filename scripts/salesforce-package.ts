import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const SALESFORCE_PACKAGE = join(import.meta.dirname, '../crm/salesforce')
export const JEST = join(SALESFORCE_PACKAGE, 'node_modules/.bin/jest')

const LOCK = join(SALESFORCE_PACKAGE, 'package-lock.json')
const STAMP = join(SALESFORCE_PACKAGE, 'node_modules/.leadwell-lock')
const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/**
 * The package's own tools from its own lockfile, again only when that changed; only its tests need them.
 * Resolves to whether they are there; runs beside whatever else is done.
 */
export async function installSalesforcePackages(): Promise<boolean> {
  if (read(STAMP) === read(LOCK)) return true
  const npm = spawn('npm', INSTALL, {
    cwd: SALESFORCE_PACKAGE,
    // As the project's own packages were installed: with the npm and node there were before ours.
    env: { ...process.env, PATH: process.env.LEADWELL_NPM_PATH ?? process.env.PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(npm, 'close').catch(() => [1])
  if (code !== 0) return false
  copyFileSync(LOCK, STAMP)
  return true
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
