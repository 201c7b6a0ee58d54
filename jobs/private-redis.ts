import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import { openRedis } from './redis.ts'

const Running = z.object({
  url: z.string(),
  pid: z.number().int(),
  ownerPid: z.number().int(),
})
type Running = z.infer<typeof Running>

export interface PrivateRedis {
  readonly url: string
  /** Stops the server when this process started or inherited it; otherwise leaves it running. */
  close(): Promise<void>
}

/**
 * A redis-server of our own under `<dataDir>/redis`: loopback only, a password, append-only file, no
 * eviction. A server that is already running for this folder is shared; one whose owner was killed
 * is inherited.
 */
export async function startPrivateRedis(dataDir: string): Promise<PrivateRedis> {
  const folder = join(dataDir, 'redis')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const running = await readRunning(folder)
  if (running !== undefined && (await answers(running.url))) return share(folder, running)
  return startOwn(folder)
}

async function share(folder: string, running: Running): Promise<PrivateRedis> {
  if (isAlive(running.ownerPid)) return { url: running.url, close: async () => undefined }
  await writeRunning(folder, { ...running, ownerPid: process.pid })
  return { url: running.url, close: () => stop(folder, running.pid) }
}

async function startOwn(folder: string): Promise<PrivateRedis> {
  const port = await freePort()
  const password = randomBytes(24).toString('base64url')
  const url = `redis://:${password}@127.0.0.1:${port}`
  const child = spawnServer(folder, port, password)
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () => reject(missingServer()))
    child.once('exit', (code) => reject(serverStopped(code)))
  })
  failed.catch(() => undefined)
  await Promise.race([answersSoon(url), failed])
  await writeRunning(folder, { url, pid: child.pid ?? 0, ownerPid: process.pid })
  return { url, close: () => stop(folder, child.pid ?? 0) }
}

/** The configuration goes through stdin so that the password is in no process list. */
function spawnServer(folder: string, port: number, password: string): ChildProcess {
  const child = spawn('redis-server', ['-'], {
    cwd: folder,
    // Its own process group: Ctrl-C must reach us first, so that work in hand can finish.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(
    [
      'bind 127.0.0.1',
      `port ${port}`,
      `requirepass ${password}`,
      'appendonly yes',
      'appendfsync everysec',
      'save ""',
      'maxmemory-policy noeviction',
      'daemonize no',
    ].join('\n'),
  )
  child.unref()
  return child
}

async function answersSoon(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await answers(url)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new PermanentError('redis-unreachable', 'The private redis-server did not answer in 5 s.')
}

async function answers(url: string): Promise<boolean> {
  try {
    const redis = await openRedis(url)
    redis.disconnect()
    return true
  } catch {
    return false
  }
}

async function stop(folder: string, pid: number): Promise<void> {
  await rm(join(folder, 'server.json'), { force: true })
  if (pid === 0 || !isAlive(pid)) return
  process.kill(pid, 'SIGTERM')
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

async function readRunning(folder: string): Promise<Running | undefined> {
  try {
    return Running.parse(JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')))
  } catch {
    return undefined
  }
}

async function writeRunning(folder: string, running: Running): Promise<void> {
  await writeFile(join(folder, 'server.json'), JSON.stringify(running), { mode: 0o600 })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function missingServer(): PermanentError {
  return new PermanentError(
    'redis-server-missing',
    'redis-server is not installed, and REDIS_URL is not set.',
    'Install it (apt-get install redis-server, brew install redis) or set REDIS_URL.',
  )
}

function serverStopped(code: number | null): PermanentError {
  return new PermanentError(
    'redis-server-stopped',
    `The private redis-server stopped at once (exit code ${String(code)}).`,
    'Look at the redis folder inside LEADWELL_DATA_DIR: is it writable, is the disk full?',
  )
}
