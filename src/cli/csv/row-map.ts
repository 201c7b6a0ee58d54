import { z } from 'zod'
import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS } from '#src/ports.ts'
import { readYaml } from '#src/scoring/read-yaml.ts'
import { parseDate } from './typed-value.ts'

const Column = z.string().min(1)

const FactColumn = z.strictObject({
  column: Column,
  type: z.enum(['number', 'boolean', 'date', 'text']).default('text'),
  /** Value in the file → code in the model; values not named stay as they are. */
  codes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** Values that mean "not known", beside the empty one. */
  missing: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
})
export type FactColumn = z.output<typeof FactColumn>

const ActivityColumn = z.strictObject({
  kind: z.enum(ACTIVITY_KINDS),
  category: z.enum(ACTIVITY_CATEGORIES).default('other'),
  /** When it last happened; a row without a date has no such activity. */
  date: Column,
  /** How often it happened; without it, once. */
  count: Column.optional(),
})
export type ActivityColumn = z.output<typeof ActivityColumn>

/** Which columns of a CSV file are which facts and activities. */
export const RowMap = z.strictObject({
  /** Column that names a row in the output; without it, its line number. */
  id: Column.optional(),
  delimiter: z.string().length(1, 'must be one character').optional(),
  facts: z.record(z.string(), FactColumn),
  activities: z.array(ActivityColumn).default([]),
  outcome: z
    .strictObject({ column: Column, positive: z.array(z.coerce.string()).min(1) })
    .optional(),
  /** The day the file describes; without it, now. */
  asOf: z
    .string()
    .refine((text) => parseDate(text) !== undefined, 'must be a date such as 2026-01-31')
    .optional(),
})
export type RowMap = z.output<typeof RowMap>

/** Throws PermanentError `map-invalid` listing every problem with file, line, path and what. */
export function parseRowMap(text: string, file: string): RowMap {
  return readYaml({ text, file, code: 'map-invalid', schema: RowMap })
}
