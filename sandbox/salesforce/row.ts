/** What a field holds. Datetimes are kept as `YYYY-MM-DDTHH:mm:ss.000Z`, dates as `YYYY-MM-DD`. */
export type FieldValue = string | number | boolean | null

/** One record, every field present or absent meaning null. Never changed in place. */
export type Row = Readonly<Record<string, FieldValue>>

/** Salesforce keeps datetimes to the second (Object Reference, "Primitive Data Types": dateTime). */
export function toDateTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}.000Z`
}

/** The UTC day of an epoch time, as a date field holds it. */
export function toDate(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10)
}
