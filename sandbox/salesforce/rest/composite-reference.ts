import { PermanentError } from '#src/errors.ts'

const REFERENCE = /@\{([A-Za-z]\w*)((?:\.\w+|\[\d+\])*)\}/g

/** Bodies of the subrequests answered so far, by reference id. */
export type Answers = ReadonlyMap<string, unknown>

/** Puts earlier answers in place of `@{ref.path}` in every string of a value. */
export function resolveReferences(value: unknown, answers: Answers): unknown {
  if (typeof value === 'string') {
    return value.replace(REFERENCE, (_whole, reference: string, path: string) =>
      readPath(answers, reference, path),
    )
  }
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, answers))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, resolveReferences(inner, answers)]),
  )
}

function readPath(answers: Answers, reference: string, path: string): string {
  let value: unknown = answers.get(reference)
  for (const [, name, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
    value = (value as Record<string, unknown> | undefined)?.[name ?? index ?? '']
  }
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw new PermanentError(
    'PROCESSING_HALTED',
    `Invalid reference specified. No value for ${reference}${path}`,
  )
}
