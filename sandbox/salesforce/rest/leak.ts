import { createQuoter, cutShort, HANG_MS, type LeakingFault } from '#sandbox/leaking-fault.ts'
import type { Org } from '../org.ts'
import { errorReply } from './api-error.ts'
import type { ApiReply } from './route.ts'

/** Answers a call with a failure that quotes people of the org. */
export function createLeak(org: Org): (fault: LeakingFault) => ApiReply {
  const quote = createQuoter(() => [...org.records.all('Lead'), ...org.records.all('Contact')])
  return (fault) => {
    switch (fault) {
      case 'quoting-400':
        // Validation rules and duplicate rules word their own messages and put values into them.
        return errorReply(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', JSON.stringify(quote()))
      case 'quoting-500':
        return errorReply(
          500,
          'UNKNOWN_EXCEPTION',
          `unexpected error on ${JSON.stringify(quote())}`,
        )
      case 'malformed-json':
        return {
          status: 200,
          contentType: 'application/json',
          body: cutShort({ totalSize: 1, done: true, records: quote() }),
        }
      case 'hang':
        return { status: 200, dropAfterMs: HANG_MS }
    }
  }
}
