import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 60_000

export interface PrivateServer {
  readonly child: ChildProcess
  readonly said: () => string
}

/** Starts a program and keeps the end of what it says. */
export function run(binary: string, args: readonly string[], options: object = {}): PrivateServer {
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000)
    })
  }
  return { child, said: () => said }
}

/** Resolves once `ask` does; throws with the program's own words when it ends or never answers. */
export async function untilAnswering(
  name: string,
  { child, said }: PrivateServer,
  ask: () => Promise<void>,
): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended at once: ${said()}`)
    try {
      await ask()
      return
    } catch (error) {
      if (performance.now() > giveUpAt) throw new Error(`${name}: ${said()}`, { cause: error })
      await sleep(50)
    }
  }
}

/** Ends a program in order and removes its folder. */
export async function stopServer(
  child: ChildProcess,
  signal: NodeJS.Signals,
  folder: string,
): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  rmSync(folder, { recursive: true, force: true })
}

/** A missing program names the package it comes in. */
export function findBinary(name: string, places: readonly string[], aptPackage: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...places]
  const found = folders.map((folder) => join(folder, name)).find(isExecutable)
  if (found !== undefined) return found
  throw new Error(`${name} is missing. Install it with: apt-get install ${aptPackage}`)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
