import { type SaveError, saveError } from '../saving/save-result.ts'

/** A component that could not be saved, as SaveResult.errors lists it. */
export type MetadataOutcome =
  | {
      readonly fullName: string
      readonly success: true
      readonly created: boolean
      readonly id: string
    }
  | { readonly fullName: string; readonly success: false; readonly errors: readonly SaveError[] }

/** A component that was not saved, with one reason. */
export const refused = (
  fullName: string,
  statusCode: string,
  message: string,
  fields: readonly string[] = [],
): MetadataOutcome => ({
  fullName,
  success: false,
  errors: [saveError(statusCode, message, fields)],
})
