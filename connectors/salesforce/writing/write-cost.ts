/** A way to write records of one object. */
export type WriteWay = 'collection' | 'composite' | 'bulk'

/** REST guide, "Update Multiple Records with Fewer Round-Trips". */
const RECORDS_PER_COLLECTION = 200
/** REST guide, "Composite": at most five collections in one call, which counts once. */
const COLLECTIONS_PER_COMPOSITE = 5
/** App Limits Cheatsheet, "Bulk API": below this many records collections are what Salesforce advises. */
const BULK_ADVISED_FROM = 2_000
/** Create, upload, close, and three files of results. */
const CALLS_OF_A_BULK_JOB = 6
/** Polls ten seconds apart and later a minute: a few, and one for each batch the job is worked off in. */
const POLLS_OF_ANY_JOB = 3
const RECORDS_PER_BULK_BATCH = 10_000

const CALLS: Readonly<Record<WriteWay, (records: number) => number>> = {
  collection: (records) => Math.ceil(records / RECORDS_PER_COLLECTION),
  composite: (records) => Math.ceil(records / (RECORDS_PER_COLLECTION * COLLECTIONS_PER_COMPOSITE)),
  bulk: (records) =>
    CALLS_OF_A_BULK_JOB + POLLS_OF_ANY_JOB + Math.ceil(records / RECORDS_PER_BULK_BATCH),
}

/** Simplest first: of two that cost the same the earlier is taken. */
const WAYS: readonly WriteWay[] = ['collection', 'composite', 'bulk']

/** Requests of the day that writing so many records costs; what a bulk job polls is estimated. */
export function callsToWrite(way: WriteWay, records: number): number {
  return CALLS[way](records)
}

/** The way that costs the fewest requests of the day. */
export function cheapestWrite(records: number): WriteWay {
  const open = WAYS.filter((way) => way !== 'bulk' || records >= BULK_ADVISED_FROM)
  return open.reduce((best, way) =>
    callsToWrite(way, records) < callsToWrite(best, records) ? way : best,
  )
}

/** Records of one object from which a bulk job costs less than any other way. */
export const BULK_CHEAPER_FROM = 11_001
