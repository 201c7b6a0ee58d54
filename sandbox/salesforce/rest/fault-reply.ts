import type { OddAnswer, OddAnswerFault, RequestFault } from '../faults.ts'
import { errorReply } from './api-error.ts'
import type { ApiReply } from './route.ts'

/** Longer than any client of a test waits. */
const HELD_MS = 60_000
const OTHER_HOST = 'https://moved.my.salesforce.invalid/'

const PAGES: Readonly<Record<OddAnswer, ApiReply>> = {
  reset: { status: 200, dropAfterMs: 0 },
  held: { status: 200, dropAfterMs: HELD_MS },
  'maintenance-page': page(503, 'We are down for maintenance. Sorry for the inconvenience.'),
  'login-page': page(200, 'Login | Salesforce'),
  moved: { status: 301, headers: { Location: OTHER_HOST } },
}

/** What a request that was ordered to fail is answered with. */
export function faultReply(fault: RequestFault | OddAnswerFault): ApiReply {
  if ('odd' in fault) return PAGES[fault.odd]
  return errorReply(fault.status, fault.errorCode, fault.message ?? fault.errorCode)
}

function page(status: number, title: string): ApiReply {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body></body></html>`
  return { status, contentType: 'text/html', body }
}
