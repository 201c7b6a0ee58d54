import type { BaseAdapter } from '@bull-board/api/baseAdapter'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { QUEUE_NAME } from './queue.ts'

/** The queue as a board shows it: nothing can be changed, and of a job's data only its portal is seen. */
export function createQueueBoard(connection: Redis): BaseAdapter {
  const queue = new Queue(QUEUE_NAME, { connection })
  // The board asks again by itself; without a listener a lost connection would end the process.
  queue.on('error', () => undefined)
  const board = new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false })
  board.setFormatter('data', portalIn)
  board.setFormatter('returnValue', () => null)
  board.setFormatter('progress', () => null)
  return board
}

/** Older versions, and whoever else writes into this Redis, may have put more into a job. */
function portalIn(data: unknown): { readonly portal?: string } {
  const portal: unknown = Object(data).portal
  return typeof portal === 'string' && /^\w+:\w{1,40}$/.test(portal) ? { portal } : {}
}
