import type { ObjectType } from '#sandbox/hubspot/portal/object-types.ts'
import { invalid, type RowError } from '#sandbox/hubspot/portal/refusal.ts'
import type { ApiAnswer } from './api-context.ts'

/** Throws 400 for an empty or over-full batch. */
export function readBatch(inputs: readonly unknown[], most: number): void {
  if (inputs.length === 0) throw invalid('Invalid input: inputs must not be empty')
  if (inputs.length <= most) return
  throw invalid(
    `The maximum number of inputs supported in a batch request is ${most}. Your request contains ${inputs.length} inputs.`,
  )
}

/** 207 as soon as one row failed ("Error handling", multi-status errors). */
export function batchAnswer(
  at: number,
  outcome: { status: number; results: readonly unknown[]; errors: readonly RowError[] },
): ApiAnswer {
  const failed = outcome.errors.length > 0
  const time = new Date(at).toISOString()
  return {
    status: failed ? 207 : outcome.status,
    body: {
      status: 'COMPLETE',
      results: outcome.results,
      ...(failed && { numErrors: outcome.errors.length, errors: outcome.errors }),
      startedAt: time,
      completedAt: time,
    },
  }
}

/** One error names all ids that are not there. */
export function missingError(type: ObjectType, ids: readonly string[]): RowError[] {
  if (ids.length === 0) return []
  const message = `Could not get some ${type.singular.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`
  return [{ status: 'error', category: 'OBJECT_NOT_FOUND', message, context: { ids } }]
}
