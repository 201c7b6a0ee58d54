import { Router } from 'express'
import { errorCode } from '#src/errors.ts'
import type { HttpDeps } from './http-deps.ts'

/** `/healthz`: the process runs. `/readyz`: what it needs answers, and which part does not. */
export function createHealthRouter({
  store,
  pingRedis,
}: Pick<HttpDeps, 'store' | 'pingRedis'>): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const [postgres, redis] = await Promise.all([probe(() => store.ping()), probe(pingRedis)])
    const ready = postgres === 'ok' && redis === 'ok'
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'not-ready', postgres, redis })
  })
  return router
}

async function probe(ask: () => Promise<unknown>): Promise<string> {
  try {
    await ask()
    return 'ok'
  } catch (error) {
    return errorCode(error)
  }
}
