import type { Intent } from '#src/ports.ts'

/** What a batch may leave on its records: not every person has a segment. */
export function propertiesIn(batch: readonly Intent[]): readonly string[] {
  return [...new Set(batch.flatMap(({ values }) => Object.keys(values)))]
}
