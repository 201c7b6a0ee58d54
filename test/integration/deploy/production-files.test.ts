import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freePort } from '#test/private-server.ts'
import { createTestDatabase } from '#test/services.ts'
import { copiedPaths, IMAGE_NODE_OPTIONS, layOutImage } from './production-files.ts'

describe('the files of the image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadwell-image-'))
  const children: ChildProcess[] = []
  let databaseUrl: string

  beforeAll(async () => {
    layOutImage(folder)
    databaseUrl = await createTestDatabase()
  })

  afterAll(async () => {
    await Promise.all(children.map((child) => stop(child)))
    rmSync(folder, { recursive: true, force: true })
  })

  function run(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
    const child = spawn(process.execPath, ['src/main.ts', ...args], {
      cwd: folder,
      env: { NODE_OPTIONS: IMAGE_NODE_OPTIONS, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    return child
  }

  const settings = (): Record<string, string> => ({
    DATABASE_URL: databaseUrl,
    REDIS_URL: `${inject('redisUrl')}/10`,
    LEADWELL_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
    // Read-only root: nothing may be written where the program stands.
    LEADWELL_DATA_DIR: join(folder, 'no-such-folder'),
    PORT: '0',
  })

  it('are those of the source tree, without development dependencies', () => {
    expect(copiedPaths()).toEqual(
      expect.arrayContaining(['package.json', 'models', 'sandbox', 'connectors', 'jobs', 'src']),
    )
    expect(existsSync(join(folder, 'node_modules', 'express'))).toBe(true)
    expect(existsSync(join(folder, 'node_modules', 'vitest'))).toBe(false)
    expect(existsSync(join(folder, 'node_modules', 'typescript'))).toBe(false)
  })

  it('start as a web that is ready and can show its queue', async () => {
    const child = run(['start', '--role', 'web', '--json'], settings())
    const { port } = await serving(child)
    const origin = `http://127.0.0.1:${String(port)}`

    const statuses = await Promise.all(
      ['/readyz', '/metrics', '/admin/queues'].map(async (path) => {
        return (await fetch(`${origin}${path}`)).status
      }),
    )

    expect(statuses).toEqual([200, 200, 200])
    expect(await stop(child)).toBe(0)
  })

  it('start as a worker that tells how it is, and of its own work only', async () => {
    const monitor = await freePort()
    const args = ['start', '--role', 'worker', '--json', '--monitor-port', String(monitor)]
    const child = run(args, settings())
    await serving(child)
    const origin = `http://127.0.0.1:${monitor}`

    const ready = await fetch(`${origin}/readyz`)
    const metrics = await (await fetch(`${origin}/metrics`)).text()

    expect(ready.status).toBe(200)
    expect(metrics).toContain('leadwell_job_seconds')
    expect(metrics).not.toContain('leadwell_queue_jobs')
    expect(await stop(child)).toBe(0)
    expect(existsSync(join(folder, 'no-such-folder'))).toBe(false)
  })
})

/** The line that says it serves; throws with what was said instead. */
async function serving(child: ChildProcess): Promise<Readonly<Record<string, unknown>>> {
  if (child.stdout === null || child.stderr === null) throw new Error('no output')
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as Readonly<Record<string, unknown>>
    if (told['serving'] === true) return told
  }
  throw new Error(`never served: ${said}`)
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.stdout?.resume()
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return child.exitCode
}
