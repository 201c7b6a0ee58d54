import type { RequestSlots } from '#connectors/connector-deps.ts'
import type { Lane } from '#src/ports.ts'

/**
 * App Limits Cheatsheet, "Concurrent API Request Limits": 25 requests of 20 seconds and more at once in
 * production, 5 in a Developer Edition, whoever makes them. How long one takes is the customer's
 * automation, so no more than the smaller number is ever under way.
 */
const WIDTH = 5

export function createRequestSlots(width = WIDTH): RequestSlots {
  const waiting: Record<Lane, (() => void)[]> = { event: [], bulk: [] }
  let free = width
  const release = (): void => {
    const next = waiting.event.shift() ?? waiting.bulk.shift()
    if (next === undefined) free += 1
    else next()
  }
  return {
    run: async (lane, work) => {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting[lane].push(resolve))
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}
