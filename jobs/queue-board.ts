import type { BaseAdapter } from '@bull-board/api/baseAdapter'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { portalIn } from './catalog.ts'
import { QUEUE_NAME } from './queue.ts'

/** The queue as a board shows it: nothing can be changed, and of a job's data only its portal is seen. */
export function createQueueBoard(connection: Redis): BaseAdapter {
  const queue = new Queue(QUEUE_NAME, { connection })
  // The board asks again by itself; without a listener a lost connection would end the process.
  queue.on('error', () => undefined)
  const board = new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false })
  // Older versions, and whoever else writes into this Redis, may have put more into a job.
  board.setFormatter('data', (data: unknown) => {
    const portal = portalIn(data)
    return portal === undefined ? {} : { portal }
  })
  board.setFormatter('returnValue', () => null)
  board.setFormatter('progress', () => null)
  return board
}
