import type { BaseAdapter } from '@bull-board/api/baseAdapter'
import { type RequestHandler, Router } from 'express'
import { adminGuard } from './admin-guard.ts'
import type { HttpDeps } from './http-deps.ts'
import type { MonitorDeps } from './monitor-deps.ts'

type BoardDeps = Pick<HttpDeps, 'publicUrl'> & {
  readonly monitor: Pick<MonitorDeps, 'adminToken' | 'countTries'> &
    Required<Pick<MonitorDeps, 'boardQueue'>>
}

export const BOARD_PATH = '/admin/queues'

/** The board's page asks Google for a font; who looks at our queue is none of its business. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * `/admin/queues`: Bull Board to look at. It can change nothing twice over: its queue is read-only, and
 * nothing but reading gets as far as it. It is loaded when somebody first opens it.
 */
export function createBoardRouter({ publicUrl, monitor }: BoardDeps): Router {
  const { boardQueue } = monitor
  const router = Router()
  let board: Promise<RequestHandler> | undefined
  router.use(adminGuard({ ...monitor, publicUrl }), readOnly, async (request, response, next) => {
    board ??= boardQueue().then((queue) => createBoard(queue, publicUrl))
    board.catch(() => (board = undefined))
    const show = await board
    show(request, response, next)
  })
  return router
}

const readOnly: RequestHandler = (request, response, next) => {
  response.set({
    'Content-Security-Policy': CONTENT_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
  if (request.method === 'GET' || request.method === 'HEAD') next()
  else response.status(405).set('Allow', 'GET, HEAD').json({ error: 'board-is-read-only' })
}

async function createBoard(
  queue: BaseAdapter,
  publicUrl: string | undefined,
): Promise<RequestHandler> {
  const [{ createBullBoard }, { ExpressAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/express'),
  ])
  const server = new ExpressAdapter()
  const prefix = publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '')
  server.setBasePath(`${prefix}${BOARD_PATH}`)
  createBullBoard({
    queues: [queue],
    serverAdapter: server,
    options: { uiConfig: { boardTitle: 'Leadwell', hideRedisDetails: true } },
  })
  return server.getRouter()
}
