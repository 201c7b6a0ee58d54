import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { compileCache } from '#test/compile-cache.ts'

export type ProcessName = 'web' | 'worker 1' | 'worker 2'
const NAMES: readonly ProcessName[] = ['web', 'worker 1', 'worker 2']
const RESTART_IN_MS = 200

/** The processes of ours, started again whenever one ends, as a supervisor does. */
export interface Fleet {
  /** kill -9; false when it was not running just then. */
  kill(name: ProcessName): Promise<boolean>
  /** Processes that ended without being killed: a lost Redis or Postgres at their start may do that. */
  readonly endings: () => number
  close(): Promise<void>
}

export function startFleet(env: NodeJS.ProcessEnv): Fleet {
  const running = new Map<ProcessName, ChildProcess>()
  let closing = false
  let endings = 0
  const start = (name: ProcessName): void => {
    const role = name === 'web' ? 'web' : 'worker'
    const child = spawn(process.execPath, ['test/chaos/chaos-child.ts'], {
      env: { ...env, ...compileCache(), CHAOS_ROLE: role },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    running.set(name, child)
    child.once('exit', (_code, signal) => {
      running.delete(name)
      if (signal !== 'SIGKILL') endings += 1
      void sleep(RESTART_IN_MS).then(() => {
        if (!closing) start(name)
      })
    })
  }
  const kill = async (name: ProcessName): Promise<boolean> => {
    const child = running.get(name)
    if (child === undefined) return false
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    return true
  }
  for (const name of NAMES) start(name)
  return {
    kill,
    endings: () => endings,
    close: async () => {
      closing = true
      await Promise.all(NAMES.map(kill))
    },
  }
}
