import type { FoundField } from '#src/privacy/readable-fields.ts'
import type { Catalog } from '../schema/catalog.ts'
import { CONSENT_OBJECT } from '../schema/sobjects.ts'

/** Consent rows as this organisation shows them. */
export interface ConsentSchema {
  /** What they come to, as the allow-list calls it: `ConsentPoint.Phone`. */
  readonly points: readonly string[]
  /** Columns of the rows that may be asked for. */
  readonly columns: readonly string[]
}

/** What a person's consent rows come to, by virtual field. */
export type ConsentsOf = (individualId: unknown) => Readonly<Record<string, string>>

/** Without these a row says nothing (Object Reference, "ContactPointTypeConsent"). */
const NEEDED = ['PartyId', 'ContactPointType', 'PrivacyConsentStatus']
const USEFUL = ['EffectiveFrom', 'EffectiveTo', 'DataUsePurposeId']

/** A person's rows are reached through their Individual; the strictest class of a column counts. */
export function findConsentPoint(catalog: Catalog, sobject: string): FoundField | undefined {
  const columns = NEEDED.map((column) => catalog.find(CONSENT_OBJECT, column))
  const lookup = catalog.find(sobject, 'IndividualId')
  if (lookup === undefined || columns.includes(undefined)) return undefined
  return columns.find((column) => column !== undefined && column.sensitivity !== 'none') ?? lookup
}

export function consentSchemaOf(
  catalog: Catalog,
  points: readonly string[],
): ConsentSchema | undefined {
  if (points.length === 0) return undefined
  const useful = USEFUL.filter((column) => catalog.find(CONSENT_OBJECT, column) !== undefined)
  return { points, columns: [...NEEDED, ...useful] }
}
