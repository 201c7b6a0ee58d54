import type { Writer } from '../saving/read-values.ts'
import type { ApiCall } from './route.ts'

/** Who writes, and whether assignment rules run: they do unless the header says FALSE. */
export function writerOf(call: ApiCall): Writer {
  return {
    userId: call.userId,
    autoAssign: call.headers['sforce-auto-assign']?.trim().toLowerCase() !== 'false',
  }
}
