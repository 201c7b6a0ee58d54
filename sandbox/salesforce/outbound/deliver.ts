import { setTimeout as sleep } from 'node:timers/promises'
import { postNotifications } from './post-notifications.ts'

const ATTEMPTS = 4
const BACKOFF_MS = 25

/** Posts until acknowledged, with growing pauses; false when every attempt failed. */
export async function deliver(url: string, write: () => string): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await sleep(BACKOFF_MS * 2 ** attempt)
    // Written anew for each attempt, because a message holds what the record is now.
    if (await postNotifications(url, write())) return true
  }
  return false
}
