import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openRedis } from '#jobs/redis.ts'
import {
  findBinary,
  freePort,
  type PrivateServer,
  run,
  untilAnswering,
} from '#test/private-server.ts'

/** A Redis with an append-only file, made to be killed. */
export interface OwnRedis {
  readonly url: string
  /** kill -9, then started again: on what its file holds, or on nothing. */
  kill(options: { wiped: boolean }): Promise<void>
  flush(): Promise<void>
  close(): Promise<void>
}

export async function startOwnRedis(folder: string): Promise<OwnRedis> {
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const dir = join(folder, 'redis')
  let server = await start(url, dir, port)
  const stop = async (): Promise<void> => {
    const ended = once(server.child, 'exit')
    server.child.kill('SIGKILL')
    await ended
  }
  return {
    url,
    kill: async ({ wiped }) => {
      await stop()
      if (wiped) rmSync(dir, { recursive: true, force: true })
      server = await start(url, dir, port)
    },
    flush: () => ask(url, async (redis) => void (await redis.flushall())),
    close: stop,
  }
}

async function start(url: string, dir: string, port: number): Promise<PrivateServer> {
  mkdirSync(dir, { recursive: true })
  const options = { port, bind: '127.0.0.1', dir, save: '', appendonly: 'yes' }
  const settings = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const args = [...settings, '--maxmemory-policy', 'noeviction']
  const server = run(findBinary('redis-server', [], 'redis-server'), args)
  await untilAnswering('redis-server', server, () => ask(url, async () => undefined))
  return server
}

async function ask(
  url: string,
  work: (redis: Awaited<ReturnType<typeof openRedis>>) => Promise<void>,
): Promise<void> {
  const redis = await openRedis(url)
  try {
    await work(redis)
  } finally {
    redis.disconnect()
  }
}
