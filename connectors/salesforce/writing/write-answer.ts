import { z } from 'zod'
import type { Intent } from '#src/ports.ts'
import type { RecordError } from './write-policy.ts'

/** What Salesforce said of one record; `unanswered`: nothing, for the reason of this code. */
export type RecordAnswer =
  | { readonly said: 'saved' }
  | { readonly said: 'errors'; readonly errors: readonly RecordError[] }
  | { readonly said: 'nothing'; readonly code: string }

export type RecordAnswers = ReadonlyMap<Intent, RecordAnswer>

export const SAVED: RecordAnswer = { said: 'saved' }

const CODE = /^[A-Za-z][A-Za-z0-9_]{1,79}$/

const Entry = z.object({
  statusCode: z.string().optional(),
  errorCode: z.string().optional(),
  message: z.string().nullish().catch(''),
  fields: z.array(z.string()).nullish().catch([]),
})

/** The errors of a record, from a collection (`statusCode`) or a call of its own (`errorCode`). */
export function recordErrors(list: unknown): readonly RecordError[] {
  const entries: readonly unknown[] = Array.isArray(list) ? list : []
  return entries.flatMap((entry) => {
    const { statusCode, errorCode, message, fields } = Entry.safeParse(entry).data ?? {}
    const code = statusCode ?? errorCode ?? ''
    return CODE.test(code) ? [{ code, message: message ?? '', fields: fields ?? [] }] : []
  })
}

export function pairUp(
  intents: readonly Intent[],
  answerOf: (intent: Intent, index: number) => RecordAnswer,
): RecordAnswers {
  return new Map(intents.map((intent, index) => [intent, answerOf(intent, index)]))
}
