import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ChildTask } from './child-task.ts'

export interface StoreChild {
  /** The next line it says; throws with what it complained of when it ends instead. */
  line(): Promise<string>
  /** As hard as it gets; resolves with the lines said and not yet read. */
  kill(): Promise<readonly string[]>
}

const PROGRAM = fileURLToPath(new URL('./store-child.ts', import.meta.url))

export function runChild(task: ChildTask): StoreChild {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const waiting: (() => void)[] = []
  const wake = (): void => waiting.splice(0).forEach((resolve) => resolve())
  const complaint = complaintOf(child)
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line)
    wake()
  })
  const closed = once(child, 'close').then(wake)

  return {
    line: async () => {
      for (;;) {
        const next = said.shift()
        if (next !== undefined) return next
        if (child.exitCode !== null) throw new Error(`The child ended: ${complaint()}`)
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
    kill: async () => {
      child.kill('SIGKILL')
      await closed
      return said.splice(0)
    },
  }
}

function complaintOf(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-2_000)
  })
  return () => text
}
